Feature: What customers keep to themselves
  People do not say everything. Some things come out when somebody asks well, some when they feel
  understood, and some not at all.

  Background:
    Given a trainer's case of a cake: two customers at the counter, and a message a week later

  Rule: A good question is answered

    Scenario: Asked with a reason
      When a trainee plays it in "English": ask-safe
      Then the customer's last words are "Grandmother cannot eat walnuts."

  Rule: A bad question is denied, and a good one later still helps

    Scenario: Asked in passing
      When a trainee plays it in "English": hush
      Then the customer's last words are "No. Quickly, please."
      And the customer has not said "Grandmother cannot eat walnuts."

    Scenario: Asked badly, then well
      When a trainee plays it in "English": hush, ask-safe
      Then the customer's last words are "Grandmother cannot eat walnuts."

    Scenario: What has been said is not denied
      When a trainee plays it in "English": ask-safe, hush
      Then the customer has not said "No. Quickly, please."

  Rule: Some things come by themselves where a feeling is met

    Scenario: Understood
      When a trainee plays it in "English": feel
      Then the customer has told of "grandmother"

    Scenario: Waved away
      When a trainee plays it in "English": hush, pack, name-it
      Then the customer has not told of "grandmother"

    Scenario: Only once
      When a trainee plays it in "English": feel, feel
      Then the customer's last words are "Yes, my sister even more."

  Rule: Some things are never told

    Scenario: The quarrel on the way
      When a trainee plays it in "English": ask-safe, feel, pack, name-it, thank, name-it
      Then the case has ended at "end-regular"
      And the customer has not told of "quarrel"

  Rule: Harm is laid to the words that led to it

    Scenario: Packed without looking
      When a trainee plays it in "English": toss, name-it, pack, name-it, thank, name-it
      Then the play is not passed
      And the debrief lays the fault to "You are in a hurry, so I just packed it."
