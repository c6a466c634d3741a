Feature: Scoring
  Three scores, each the visible sum of its points. A trainer can ask of every point which words it
  is for, and of every lost one which words would have been stronger.

  Background:
    Given a trainer's case "lamp"

  Rule: Every point quotes the words that earned it

    Scenario: Words that met a feeling
      When a trainee plays it in "English": ask, file
      Then the words "That must have bothered you" of reply 2 earn 20 of 20 for empathy
      And the words "Thank you for telling us" of reply 2 earn 30 of 30 for gratitude

    Scenario: An opportunity that was not taken
      When a trainee plays it in "English": note, bye
      Then the words "I will put it in the call notes." of reply 1 earn 0 of 20 for empathy
      And the stronger words there are "You wondered whether it was worth saying. That must have bothered you. Thank you for telling us. It is filed now."

    Scenario Outline: A trainee adds it up
      When a trainee plays it in "English": <said>
      Then the points of each score add up to it

      Examples:
        | said                                           |
        | ask, file, thank-notes, tell-day, bye, share   |
        | brush, brush, file, sorry, tell-day, bye       |
        | ask, exchange-no, note, not-sure, stars        |

  Rule: Handled is not solved

    Scenario: A note that nobody reads
      When a trainee plays it in "English": note, bye
      Then it looks two thirds handled and is not solved at all
      And the case has ended at "end-returns"
      And the score for resolution is 0

    Scenario: Kind words solve nothing
      When a trainee plays it in "English": ask, exchange-no
      Then the score for resolution is 0

    Scenario: What was done can be undone
      When a trainee plays it in "English": file, tell-day, not-sure, bye
      Then the score for resolution is 67

  Rule: A harm costs, and an apology that names it gives half of it back

    Scenario: Brushed off
      When a trainee plays it in "English": brush, ask, file
      Then the words "Sure, sure, got it." of reply 1 cost 10 for empathy

    Scenario: Mended
      When a trainee plays it in "English": brush, ask, file, sorry
      Then the words "Sure, sure, got it." of reply 1 cost 5 for empathy

  Rule: Gratitude is earned, not begged

    Scenario: Begging for stars
      When a trainee plays it in "English": file, stars
      Then the words "Please give us five stars." of reply 2 cost 20 for gratitude

    Scenario: The same thanks again
      When a trainee plays it in "English": ask, file, thank-notes, tell-day
      And a trainee says once more: thank-notes, thank-notes
      Then the scores stay as they were

  Rule: A critical error fails the play

    Scenario: A promise that nobody can keep
      When a trainee plays it in "English": ask, promise, tell-day, thank-notes, bye
      Then the play is not passed
      And the critical error "false-promise" quotes "By tomorrow all of it is mended."
