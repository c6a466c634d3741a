Feature: Playing a case
  A trainee plays one case from its YAML file to the debrief and sees what was solved, what was
  felt, and which words earned it.

  Rule: A case is a YAML file, and is played in every language it has

    Scenario Outline: From the file to the debrief
      Given a trainer's case "lamp"
      When a trainee plays it in "<language>": ask, file, thank-notes, tell-day, bye, share
      Then the customer has opened with "<opening>"
      And the trainee has said "<own words>"
      And the debrief shows the letter "<letter>"
      And the play is passed

      Examples:
        | language | opening                 | own words                   | letter                       |
        | Korean   | 스탠드                  | 달력에 적어 두기까지 하셨네요 | 금요일에 문자 왔어요. 또 걸게요. |
        | English  | My lamp flickers        | You even kept a calendar    | The text came on Friday. I will call again. |

    Scenario: A language the case lacks
      Given a trainer's case "lamp" without its English table
      When a trainee plays it in "English": file, tell-day
      Then the trainee has said "방금 접수했습니다"

  Rule: The customer remembers what was said to them

    Scenario: A brushed-off customer hears the apology that fits
      Given a trainer's case "lamp"
      When a trainee plays it in "English": brush, file
      Then the trainee may say "I waved you away before. I am sorry."

    Scenario: Nobody apologises for what was not done
      Given a trainer's case "lamp"
      When a trainee plays it in "English": file
      Then the trainee may not say "I waved you away before. I am sorry."

    Scenario: A customer who is brushed off again and again leaves
      Given a trainer's case "lamp"
      When a trainee plays it in "English": brush, brush, brush
      Then the case has ended at "end-left"
      And the play is not passed

  Rule: Silence is an answer too

    Scenario: The customer speaks up
      Given a trainer's case "lamp"
      When a trainee plays it in "English": wait 40
      Then the customer's last words are "Hello? Are you there?"
      And the trainee may say "Sure, sure, got it."

    Scenario: A trainee who answers in time
      Given a trainer's case "lamp"
      When a trainee plays it in "English": wait 39, ask
      Then the customer has not said "Hello? Are you there?"

  Rule: The same words at the same seed are the same play

    Scenario: Played twice
      Given a trainer's case "lamp"
      When two trainees play it with seed 7: ask, wait 50, file, bye
      Then both have the same conversation, the same points and the same digest

  Rule: What happens afterwards follows from what was done

    Scenario Outline: Three times, three stories
      Given a trainer's case "lamp"
      When a trainee plays it in "English": <said>
      Then after a day "<day>"
      And after a month "<month>"

      Examples:
        | said                     | day                                                    | month             |
        | ask, file, tell-day, bye, share | It rained the next day and the lamp flickered. She smiled. | A new part came.  |
        | file, bye                | The lamp flickered again the next day.                 | A new part came.  |
        | note, bye                | The lamp flickered again the next day.                 | Nothing happened. |
