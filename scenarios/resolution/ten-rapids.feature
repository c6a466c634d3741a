Feature: Ten rapids

  It is not solved when it is installed, and not when the money is back. It is solved when what he came for opens.

  Background:
    Given it is played in English
    And the seed is 1

  Scenario: Two companies, one notebook, and the rain of thirty years ago
    When the trainee picks "where-it-stops", "read-your-log", "what-for", "thirty-years-of-rain", "why-it-stops", "english-note", "one-line"
    Then "weather" is told
    And "key-free", "knows-why" are solved
    When the trainee picks "short-lines", "say-it-back", "only-this-window", "not-yet", "keep-that", "i-stay", "open-what-you-came-for"
    Then "opens-it", "kept-safe" are solved
    When the trainee picks "rain-reached", "in-hangul"
    Then the ending is "end-first-rain"
    And the play is passed
    And empathy is at least 90

  Scenario: The second company can make good what the first did not do
    When the trainee picks "ask-the-maker", "where-it-stops", "try-tandem", "not-our-product", "good-point", "short-lines"
    Then the trainee cannot pick "say-it-back"
    When the trainee picks "call-yeoul"
    Then "key-free" is solved

  Scenario: A translated "is it all right" is not to be answered with yes
    When the trainee picks "where-it-stops", "read-your-log", "why-it-stops", "english-note", "one-line", "short-lines", "say-it-back", "only-this-window", "go-ahead"
    Then "kept-safe" is not solved
    And the play is not passed

  Scenario: Installed and closed is handled, not solved
    When the trainee picks "where-it-stops", "read-your-log", "what-for", "thirty-years-of-rain", "why-it-stops", "english-note", "one-line", "short-lines", "say-it-back", "only-this-window", "not-yet", "keep-that", "i-stay", "installed"
    Then the ending is "end-switched-on"
    And "opens-it" is not solved
    And the play is not passed

  Scenario: Handing over with three lines is staying, too
    When the trainee picks "where-it-stops", "read-your-log", "what-for", "thirty-years-of-rain", "why-it-stops", "english-note", "one-line", "short-lines", "say-it-back", "only-this-window", "not-yet", "keep-that", "rui-comes-in", "open-what-you-came-for", "rain-reached", "in-hangul"
    Then the ending is "end-first-rain"
    And the play is passed
