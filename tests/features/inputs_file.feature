Feature: A play from a file
  A program, or a trainer with many plays, has a file played without questions and gets one JSON
  object with everything in it.

  Background:
    Given the case "lamp" in the trainer's own folder

  Rule: One object says it all

    Scenario: A whole play
      Given a file with the lines: ask, file, thank-notes, tell-day, bye, share
      When the file is played with seed 5 in "en"
      Then the program ends with code 0 and prints one JSON object
      And the object has case, version, seed, mode, ending, handled, resolved, resolution, empathy, gratitude, passed, critical, findings, outcome, epilogue, digest
      And every finding has axis, points, turn, quote, why, better
      And "ending" is "end-regular" and "seed" is "5"

    Scenario: The same file is the same play
      Given a file with the lines: wait 3, ask, > xyzzy, brush, back 2, file
      When the file is played twice
      Then both times the very same letters are printed

    Scenario: Comments, empty lines, typed words and waits
      Given a file with the lines: # a note, , wait 5, > when does it flicker, wait 6, file
      When the file is played with seed 0 in "en"
      Then "ending" is "None" and "seed" is "0"
      And the play took 11 seconds

  Rule: A file that ends early says so

    Scenario: No ending yet
      Given a file with the lines: ask
      When the file is played with seed 0 in "ko"
      Then the program ends with code 3 and prints one JSON object
      And "ending" is "None" and "epilogue" is "None"

  Rule: A wrong line is named

    Scenario Outline: Wrong lines
      Given a file with the lines: ask, <line>
      When the file is played with seed 0 in "en"
      Then the program ends with code 2 and one sentence with "Line 2 '<line>': <told>"

      Examples:
        | line        | told                                     |
        | shrug       | What can be said now: brush              |
        | ask         | 'ask' cannot be said now.                |
        | tell-day    | What can be said now: brush              |
        | >           | After >, write what you say.             |
        | wait a bit  | After wait, write the seconds            |
        | wait 90000  | After wait, write the seconds            |
        | back 2      | You cannot go back to reply 2.           |
        | back        | After back, write the number             |

    Scenario Outline: Lines after the end
      Given a file with the lines: file, bye, <line>
      When the file is played with seed 0 in "en"
      Then the program ends with code 2 and one sentence with "Line 3 '<line>': This conversation has already ended."

      Examples:
        | line   |
        | bye    |
        | > hm   |
        | wait 3 |

  Rule: Nothing is stored

    Scenario: The data folder stays as it is
      Given a file with the lines: file, bye
      When the file is played with seed 0 in "en"
      Then nothing was added to the data folder
