Feature: Resuming a play
  A play is kept after every reply. It survives a crash, a damaged file and an edited case.

  Rule: What was said is there again after the program died

    Scenario: A power cut in the middle of a call
      Given a trainee at the console who has said "1" and "1"
      When the program is killed and started again
      Then the play that was left can be resumed after reply 2
      And resumed, it is the same conversation

    Scenario: A play that has ended
      Given a trainee who has played to the end
      When the program is started again
      Then there is nothing to resume

  Rule: An edited case replays as far as it can, and says where it parts

    Scenario: A reply that is gone
      Given a trainee who left after: ask, file, tell-day
      When the author renames the reply "file" to "do-it"
      Then the play resumes after reply 1, with word that it parts at "opens"
      And the old save is kept beside it

    Scenario: A renamed reply that says what it was
      Given a trainee who left after: ask, file, tell-day
      When the author renames the reply "file" to "do-it" and says what it was
      Then the play resumes after reply 3, with no word about it

    Scenario: A renamed node that says what it was
      Given a trainee who left after: ask, file, tell-day
      When the author renames the node "closing" to "end-of-call" and says what it was
      Then the play resumes after reply 3, with no word about it

    Scenario: Other words in the same places
      Given a trainee who left after: ask, file
      When the author writes "네?" for what the customer says at "closing"
      Then the play resumes after reply 2, with no word about it
      And the customer's last words are "네?"

  Rule: Damage costs only what is damaged

    Scenario: The end of the save is lost
      Given a trainee who left after: ask, file, tell-day
      When the last entry of the save is cut in half
      Then the play resumes after reply 2, with word of the damage
      And the damaged save is kept beside it

    Scenario: A word in the middle was changed by hand
      Given a trainee who left after: ask, file, tell-day
      When "file" becomes "note" in the save
      Then the play resumes after reply 1, with word of the damage
