Feature: Bad input
  Whatever is wrong, the program says so in one sentence with the mend, and nothing is lost.

  Rule: A case that cannot be read is refused in one sentence that names the place

    Scenario Outline: Broken case files
      Given a case file that is <broken>
      When a trainee plays the file
      Then the program ends with code <code> and one sentence with "<told>"

      Examples:
        | broken                 | code | told                |
        | binary                 | 1    | case.yaml:          |
        | not UTF-8              | 1    | case.yaml:5:        |
        | empty                  | 1    | case.yaml:1:        |
        | a list                 | 1    | case.yaml:1:        |
        | nested a million deep  | 1    | case.yaml:1:        |
        | nine million letters   | 1    | case.yaml:1:        |
        | aliased                | 1    | case.yaml:          |
        | given a key twice      | 1    | case.yaml:4:1       |
        | indented with tabs     | 1    | case.yaml:          |
        | of another format      | 1    | case.yaml:3:        |
        | cut in the middle      | 1    | case.yaml:          |

    Scenario Outline: Files from other editors are no mistake
      Given a case file that is <harmless>
      When a trainee plays the file
      Then the program ends with code 3 and no complaint

      Examples:
        | harmless               |
        | begun with a BOM       |
        | ended with CRLF        |

  Rule: A wrong name gets the right one

    Scenario: A slip in the name of a case
      When the program is asked to play "lmap"
      Then the program ends with code 2 and one sentence with "Did you mean 'lamp'?"

    Scenario: A name like no case
      When the program is asked to play "zzz"
      Then the program ends with code 2 and one sentence with "There are: "

    Scenario: A slip in an option
      When the program is asked to play "lamp" with "--mode quiz"
      Then the program ends with code 2 and one sentence with "See dangol --help."

  Rule: A save that cannot be read is set aside

    Scenario Outline: Damaged and foreign saves
      Given a save that is <broken>
      When a trainee starts the console
      Then one sentence says "<told>"
      And nothing of the save is lost

      Examples:
        | broken                  | told                                |
        | binary                  | its beginning is damaged            |
        | empty                   | its beginning is damaged            |
        | from a newer program    | made by a newer Dangol (format 2    |

  Rule: Where nothing can be stored, play goes on

    Scenario Outline: A folder that takes nothing
      Given a data folder that is <unwilling>
      When a trainee at the console plays to the end
      Then the program has said "<told>" once
      And the debrief was shown

      Examples:
        | unwilling   | told                          |
        | a file      | could not be read or written  |
        | read-only   | cannot be written to          |
