Feature: Answering in one's own words
  A typed reply takes the branch it means. Where that is not clear the program asks, and it never
  takes the opposite in silence.

  Background:
    Given a trainer's case "lamp"

  Rule: Clear words are taken

    Scenario Outline: Near to an example of the author
      Given a trainee in "<language>"
      When the trainee types "<words>"
      Then the reply "<reply>" was given in those words

      Examples:
        | language | words                          | reply  |
        | English  | when does it flicker?          | ask    |
        | English  | I'll make a note of it         | note   |
        | Korean   | 어떨 때 깜빡여요               | ask    |
        | Korean   | 메모해 두겠습니다.             | note   |

    Scenario: The trainee's own words are what is quoted
      Given a trainee in "English"
      When the trainee types "When does it flicker, please?"
      Then a point quotes "When does it flicker, please?"

  Rule: Where it is not clear the trainee is asked

    Scenario: Did you mean
      Given a trainee in "English"
      When the trainee types "I filed a note"
      Then the trainee is asked whether "file" was meant
      And nothing has happened yet

    Scenario: Yes, that
      Given a trainee in "English"
      When the trainee types "I filed a note"
      And answers that "file" was meant
      Then the reply "file" was given in those words

    Scenario: None of these
      Given a trainee in "English"
      When the trainee types "I filed a note"
      And answers that none of them was meant
      Then the customer's last words are "Pardon? What did you say?"

  Rule: What means nothing to the customer is not guessed at

    Scenario: Not understood
      Given a trainee in "English"
      When the trainee types "xyzzy"
      Then the customer's last words are "Pardon? What did you say?"

    Scenario: A case that takes no words of one's own
      Given a trainer's case "lamp" that takes no free text
      And a trainee in "English"
      When the trainee types "xyzzy" and is refused
      Then nothing has happened yet

  Rule: The opposite branch is never taken in silence

    Scenario Outline: A no among the words
      Given a trainee in "<language>"
      When the trainee types "<words>"
      Then the reply "<opposite>" was not given

      Examples:
        | language | words                        | opposite    |
        | English  | we can exchange it           | exchange-no |
        | English  | I will not make a note of it | note        |
        | Korean   | 교환은 됩니다                | exchange-no |
        | Korean   | 메모 안 해 두겠습니다        | note        |
        | Korean   | 내일까지 다 못 고쳐 드려요   | promise     |
