Feature: A customer voiced by a language model
  With a server the customer answers in free words, line by line as they come. What happens, what it
  is worth and how it ends stay the author's, whatever the model says and whether it is there or not.

  Background:
    Given a trainer's case "lamp"

  Rule: The customer talks while nobody waits

    Scenario: A line streams in
      Given a model that puts everything its own way
      When the trainee sits down in "English"
      Then the customer begins to talk before the line is whole
      And no time runs until it is
      And the customer's first words are the model's

    Scenario: Whoever does not wait
      Given a model that takes its time
      When the trainee sits down in "English"
      And does not wait for the line
      Then the customer's first words are the author's
      And the play goes on

  Rule: A model that cannot be used is no loss

    Scenario Outline: Something is wrong with the server
      Given a server with the fault "<fault>"
      When the trainee plays it in "English": ask, file, thank-notes, tell-day, bye, share
      Then every line is the author's
      And the trainee is told once that the case goes on as written
      And scores and ending are those of the same play without a model

      Examples:
        | fault     |
        | 500       |
        | html      |
        | cut       |
        | malformed |

    Scenario: Nonsense is caught
      Given a model that says it is all resolved and thanks a lot
      When the trainee plays it in "English": note, bye
      Then every line is the author's
      And the debrief tells how many wordings were refused, and why

  Rule: What was heard is what is remembered

    Scenario: The play and its debrief
      Given a model that puts everything its own way
      When the trainee plays it in "English": ask, file, thank-notes, tell-day, bye, share
      Then the debrief shows the conversation in the model's words
      And the debrief names the model
      And scores and ending are those of the same play without a model

    Scenario: The play taken up again, without a server
      Given a model that puts everything its own way
      When the trainee plays it in "English": ask, file
      And the play is taken up again without a server
      Then the conversation so far stands in the model's words

    Scenario: An exam
      Given a model that puts everything its own way
      When the trainee plays it as an exam in "English": ask, file, thank-notes, tell-day, bye, share
      Then scores and ending are those of the same play without a model
