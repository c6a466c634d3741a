Feature: A second opinion
  A language model may be asked what it makes of a conversation. Its opinion stands beside the score
  with the words that it rests on, and never counts.

  Background:
    Given a trainer's case "lamp"

  Rule: The score is the program's own

    Scenario: A judge that sees nothing takes nothing away
      When a trainee plays it in "English": ask, file, thank-notes, tell-day, bye, share
      And a judge who sees nothing is asked for a second opinion
      Then the score for empathy is 100 and the judge's stands beside it with 0
      And the two are marked as far apart
      And the play is passed

    Scenario: A judge that sees everything gives nothing
      When a trainee plays it in "English": note, bye
      And a judge who finds all of it in "I will put it in the call notes." is asked
      Then the score for empathy is 0 and the judge's stands beside it with 100
      And the play is not passed

    Scenario: Words solve nothing for a judge either
      When a trainee plays it in "English": note, bye
      And a judge who finds all of it in "I will put it in the call notes." is asked
      Then the score for resolution is 0 and no judge's stands beside it

  Rule: Only what the trainee said is evidence

    Scenario: A quote that nobody said
      When a trainee plays it in "English": note, bye
      And a judge who finds all of it in "I am so very sorry to hear that." is asked
      Then the score for empathy is 0 and the judge's stands beside it with 0

  Rule: There is none in an exam

    Scenario: An exam
      When a trainee plays it as an exam: ask, file, thank-notes, tell-day, bye, share
      And a judge who sees nothing is asked for a second opinion
      Then there is no second opinion
