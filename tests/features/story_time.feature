Feature: The time in the story
  A story has a clock of its own: it goes on with what the trainee does, not with how long they think.

  Background:
    Given a trainer's case of a cake: two customers at the counter, and a message a week later

  Rule: What is done takes the time it would take

    Scenario: At the beginning
      When a trainee plays it in "English": feel
      Then it is "17:20", and the contact has taken "0:00" of "4:00"

    Scenario: A question and a look at the shelf
      When a trainee plays it in "English": ask-safe, look
      Then it is "17:21", and the contact has taken "1:35" of "4:00"

    Scenario: Thinking takes no time in the story
      When a trainee plays it in "English": wait 600, feel
      Then it is "17:20", and the contact has taken "0:00" of "4:00"

  Rule: What happens may hang on the time

    Scenario Outline: A cookie for a review
      When a trainee plays it in "English": <said>
      Then the customer's story has reached "<node>"

      Examples:
        | said                              | node       |
        | coupon, look, pack, name-it       | writes     |
        | coupon, look, look, pack, name-it | end-bought |

  Rule: Texts tell the time

    Scenario: On the desk
      When a trainee plays it in "English": hush
      Then the desk has shown "It is 17:20. So far 0:20."

    Scenario: A week later
      When a trainee plays it in "English": look, pack, name-it
      Then the desk has shown "It is 21:05. So far 0:00."
