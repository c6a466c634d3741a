Feature: A changed address

  What is handled on the screen is not solved until the parcel itself has turned round.

  Background:
    Given it is played in English
    And the seed is 1

  Scenario: The box is turned round, and the next order cannot go astray
    When the trainee picks "find-it", "four-digits", "not-that-bell", "turn-round", "with-number"
    Then "to-new-home" is solved
    And "sleeps" is not told
    When the trainee picks "ask-bell"
    Then "sleeps" is told
    When the trainee picks "default-address", "nineteen-minutes", "pass-it-on"
    Then the ending is "end-home"
    And the play is passed
    And resolution is at least 90
    And the mood is at least 85

  Scenario: The screen was changed, the box was not
    When the trainee picks "find-it", "read-out", "double-check", "change-screen", "days-only"
    Then "to-new-home" is not solved
    When the trainee picks "nothing-else", "all-done", "rate-us"
    Then the ending is "end-old-flat"
    And the play is not passed
    And resolution is below 50
