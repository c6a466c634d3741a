Feature: Whether a result is whole
  A trainer can tell whether a result is what was played, and what of it is not.

  Rule: A whole result is said to be whole

    Scenario: Plays that somebody handed in
      Given a trainee who has handed in a finished and an unfinished play
      When the trainer checks the file
      Then all 2 plays are whole
      And the trainee's name is not shown

    Scenario: The plays of this computer
      Given a trainee who has handed in a finished and an unfinished play
      When the trainer checks the plays of this computer
      Then all 2 plays are whole

  Rule: What was changed is named

    Scenario Outline: One thing changed by hand
      Given a trainee who has handed in a finished and an unfinished play
      When <what> is changed in the file
      And the trainer checks the file
      Then 1 play does not hold, and it is said that "<told>"

      Examples:
        | what            | told                                                                    |
        | a waiting time  | The field 'wait' of input 3 was changed: it is 9 and was 2.             |
        | the seed        | The field 'seed' of the header was changed: it is 7 and was 1.          |
        | a reply         | Input 5 does not fit the chain.                                         |
        | the last reply  | The inputs end after number 5                                           |
        | a score         | summary.empathy: stored 99, replayed 100.                               |
        | a finding       | the replay comes to something else. today.findings                      |

  Rule: A case that was edited since is no damage

    Scenario: The author went on with the case
      Given a trainee who has handed in a finished and an unfinished play
      When the author edits the case
      And the trainer checks the file
      Then no play is said to be damaged
      And it is said which version was played and that the replay cannot be compared

  Rule: Nobody is told more than is true

    Scenario Outline: Damage, not forgery
      Given a trainee who has handed in a finished and an unfinished play
      When the trainer checks the file in "<language>"
      Then the last line says "<forgery>" and "<exams>"

      Examples:
        | language | forgery                     | exams                       |
        | English  | detects damage, not forgery | exams need supervision      |
        | Korean   | 위조는 찾아내지 못합니다    | 시험은 감독 아래 치러야     |
