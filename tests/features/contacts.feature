Feature: A case of several contacts
  The same customers come again by another channel, and nothing of the first contact is forgotten.

  Background:
    Given a trainer's case of a cake: two customers at the counter, and a message a week later

  Rule: Each contact has its channel and the one it is with

    Scenario: It begins at the counter
      When a trainee plays it in "English": ask-safe
      Then the contact is with "Mina Kang" by "Shop counter"
      And "Jun Kang" is there too

    Scenario: A week later comes a message
      When a trainee plays it in "English": pack, name-it
      Then the contact is with "Jun Kang" by "Message"
      And nobody else is there
      And the change is announced as "A week later, a message"

  Rule: What was done in one contact counts in the next

    Scenario: Nobody counted the candles
      When a trainee plays it in "English": toss, hurry, toss, hurry
      Then the customer's last words are "We were one candle short."
      And the trainee may say "I packed it without counting the candles. I am sorry."

    Scenario: The box was opened together
      When a trainee plays it in "English": pack, name-it
      Then the customer's last words are "Grandmother ate it all."
      And the trainee may not say "I packed it without counting the candles. I am sorry."

    Scenario: What only seemed solved comes back
      When a trainee plays it in "English": toss, hurry, toss, hurry, thank, hurry
      Then the case has ended at "end-boomerang"
      And the play is not passed

  Rule: Each customer has a mood of their own

    Scenario: One is scolded, the other hears it
      When a trainee plays it in "English": hush
      Then the mood of "mina" is 44 and that of "jun" is 36

    Scenario: The sister stays as she was left
      When a trainee plays it in "English": hush, pack, name-it, formula
      Then the mood of "mina" is 46 and that of "jun" is 51

  Rule: Whoever loses patience leaves in their own way

    Scenario Outline: Leaving
      When a trainee plays it in "English": <said>
      Then the case has ended at "<ending>"

      Examples:
        | said                             | ending         |
        | hush, hush, hush                 | end-walked-off |
        | pack, name-it, formula, formula  | end-silent     |

  Rule: A look to the side leads back to the conversation

    Scenario: Counting the candles
      When a trainee plays it in "English": look
      Then the desk has shown "There are six candles."
      And the customer has not said "Quickly, please."
      And the trainee may say "I will open the box and show you each part."

    Scenario: Counting them again
      When a trainee plays it in "English": look, look
      Then the desk has shown "Counted again: six candles."
