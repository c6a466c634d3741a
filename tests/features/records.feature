Feature: Records that last for years
  What was played stays, comes together from many computers, survives damage, and goes when asked.

  Rule: Plays of many computers become one set of records

    Scenario: Thirty laptops after a day of training
      Given 30 laptops on each of which somebody has played a case
      When the trainer takes in what each of them exported
      Then the trainer has 30 learners with a finished play each
      And every play opens with the debrief it had on its laptop

    Scenario: The same files once more
      Given 3 laptops on each of which somebody has played a case
      And the trainer has taken in what each of them exported
      When the trainer takes in what each of them exported
      Then the program says "Plays: 0 new, 0 gone on, 3 known"
      And the trainer has 3 learners with a finished play each

    Scenario: A play that was changed on the way
      Given 2 laptops on each of which somebody has played a case
      When a reply in the first export is changed by hand
      And the trainer takes in what each of them exported
      Then the program names the file and the line that it left out
      And the trainer has 1 finished play

    Scenario: Two people of one name
      Given 2 laptops on each of which a "Jiwoo" has played a case
      When the trainer takes in what each of them exported
      Then the program says "More than one learner is called Jiwoo. They are kept apart."
      And the title shows "Jiwoo" and "Jiwoo (2)"

    Scenario: A file that is something else
      When the trainer takes in a photo
      Then the program ends with code 2 and one sentence with "was not made by dangol export"

  Rule: Two windows on one computer lose nothing

    Scenario: Each plays a case of its own
      Given two windows of the program
      When each begins a case and answers twice
      Then both plays are in the history

    Scenario: Both go on with the same play
      Given two windows of the program
      And a play that was left, which both have resumed
      When one answers with its first reply and the other with its second
      Then the other says "The same play went on in another window."
      And both conversations are kept, each with its own reply

  Rule: Erased is erased

    Scenario: One learner of two
      Given "Sujeong" and "Taemin" who have both played
      When "Sujeong" is erased
      Then no file in the data folder holds "Sujeong" or what only she has said
      And "Taemin" still has a finished play

    Scenario: Asked first
      Given "Sujeong" and "Taemin" who have both played
      When "Sujeong" is to be erased, and the question is answered with "n"
      Then "Sujeong" still has a finished play

    Scenario: A name that nobody has
      Given "Sujeong" and "Taemin" who have both played
      When "Sujin" is erased
      Then the program ends with code 2 and one sentence with "There are: Sujeong, Taemin"

  Rule: What was copied comes back

    Scenario: Records that were deleted
      Given "Sujeong" and "Taemin" who have both played
      And a backup
      When everything is deleted
      And the backup is restored
      Then "Sujeong" still has a finished play
      And the records until then lie beside them

    Scenario: A backup while somebody plays
      Given two windows of the program
      When each begins a case and answers twice
      Then a backup holds both plays

    Scenario: No restoring under somebody's hands
      Given "Sujeong" and "Taemin" who have both played
      And a backup
      And two windows of the program
      When the backup is restored
      Then the program ends with code 1 and one sentence with "Close them all and try again."

    Scenario: Nothing is written over unasked
      Given "Sujeong" and "Taemin" who have both played
      And a backup
      When a backup is made under the same name
      Then the program ends with code 2 and one sentence with "Add --force to write over it."

    Scenario: Something that is no backup
      When a photo is restored
      Then the program ends with code 2 and one sentence with "Nothing was changed."

  Rule: Damage is told once, and play goes on

    Scenario Outline: Records that cannot be read
      Given "Sujeong" and "Taemin" who have both played
      When the file of the records is <damaged>
      Then the title says once where the damaged records are
      And a new play is kept
      And nothing of the damaged records is lost

      Examples:
        | damaged               |
        | overwritten with text |
        | cut in half           |
        | full of holes         |
