Feature: What is remembered
  A case may know how an earlier one ended for this trainee, and chance plays the same story twice.

  Rule: A case remembers how an earlier one ended

    Scenario: The lamp went well
      Given a trainee who has played the lamp: ask, file, thank-notes, tell-day, bye, share
      When they play the cake: pack, name-it
      Then the customer's last words are "The one with the lamp says you are good."
      And the briefing of the cake recalls "Last time a customer said they would call again."

    Scenario: The lamp went badly
      Given a trainee who has played the lamp: brush, brush, brush
      When they play the cake: pack, name-it
      Then the customer's last words are "Grandmother ate it all."
      And the briefing of the cake recalls nothing

    Scenario: Only the latest play of the lamp counts
      Given a trainee who has played the lamp: ask, file, thank-notes, tell-day, bye, share
      And a trainee who has played the lamp: brush, brush, brush
      When they play the cake: pack, name-it
      Then the customer's last words are "Grandmother ate it all."

    Scenario: A first case
      When they play the cake: pack, name-it
      Then the customer's last words are "Grandmother ate it all."

  Rule: A play keeps what it knew when it began

    Scenario: The lamp is played again meanwhile
      Given a trainee who has played the lamp: ask, file, thank-notes, tell-day, bye, share
      When they play the cake: pack
      And they play the lamp again before they go on: brush, brush, brush
      And they go on with the cake: name-it
      Then the customer's last words are "The one with the lamp says you are good."

  Rule: Chance is the same for the same number

    Scenario: Two trainees with the same number
      Given a trainer's case of a cake: two customers at the counter, and a message a week later
      When two trainees play it with number 5: feel, pack, name-it
      Then both have had the same weather and the same words

    Scenario: Many trainees
      Given a trainer's case of a cake: two customers at the counter, and a message a week later
      When twenty trainees play it: feel
      Then some have had "rain" and some "sun"
