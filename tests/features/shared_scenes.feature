Feature: Scenes that many cases share
  What every conversation needs is written once: the agent's words stand in the shared scene, the
  customer answers in the words of the case.

  Rule: A shared scene speaks of what the case is about

    Scenario Outline: Twice in one case, in each language
      Given a trainer's case of a cake: two customers at the counter, and a message a week later
      When a trainee plays it in "<language>": pack, name-it, thank, name-it
      Then the trainee has said "<first>"
      And the trainee has said "<second>"

      Examples:
        | language | first                                   | second                              |
        | Korean   | 할머니 생신 상이 마음에 드시는지        | 다음 주 쿠키가 마음에 드시는지      |
        | English  | Are you happy with Grandmother's table? | Are you happy with next week's cookies? |

  Rule: The customer answers as they are, and only if it holds

    Scenario: All is well
      Given a trainer's case of a cake: two customers at the counter, and a message a week later
      When a trainee plays it in "English": feel, pack, name-it
      Then the trainee has heard "My brother likes it too."

    Scenario: Something is still open
      Given a trainer's case of a cake: two customers at the counter, and a message a week later
      When a trainee plays it in "English": toss, name-it
      Then the trainee has heard "I will open it again."

  Rule: A mistake in a shared scene is told once, in its own file

    Scenario: A slip in the shared scene
      Given a folder in which the shared scene leads to a node that is not there
      When the trainer checks the folder
      Then "shared/last-word.yaml:26:13" is told once: "Did you mean 'answers'?"
      And both calls of it are told to look there first

    Scenario: A call without what the scene needs
      Given a folder in which a call does not say what it is for
      When the trainer checks the folder
      Then "journey.yaml" is told once: "needs 'aim' too"

    Scenario: Nothing is wrong
      Given a folder in which all is well
      When the trainer checks the folder
      Then no problem is told

  Rule: A play knows when a shared scene was changed

    Scenario: The shared scene is edited
      Given a folder in which all is well
      When the trainer rewords the shared scene
      Then the case has another version than before
