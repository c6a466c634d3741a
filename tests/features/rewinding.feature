Feature: Trying a moment again
  Practice may go back to a moment and try other words. What was said first is not lost.

  Background:
    Given a trainer's case "lamp"

  Rule: Going back keeps the first try

    Scenario: From a poor play to a good one
      When a trainee plays it in "English": note, bye
      And the trainee goes back to reply 1 and says: ask, file, tell-day, bye, share
      Then the case has ended at "end-regular"
      And the first try is on record with 2 replies and 0 for resolution
      And the debrief says that the play was rewound once

    Scenario: Back in the middle
      When a trainee plays it in "English": ask, brush, file
      And the trainee goes back to reply 2 and says: file
      Then the trainee may not say "I waved you away before. I am sorry."
      And the trainee has not said "Sure, sure, got it."

    Scenario: To a moment that never was
      When a trainee plays it in "English": ask
      Then going back to reply 2 is refused with "You cannot go back to reply 2. Choose from 1 to 1."

  Rule: There is no rewind in an exam

    Scenario: An exam
      When a trainee plays it as an exam: note, bye
      Then going back to reply 1 is refused with "There is no rewind in an exam."
      And the case has ended at "end-returns"

  Rule: An exam shows nothing until its end

    Scenario: No meters, no remarks
      When a trainee plays it as an exam: brush
      Then no meter and no remark is shown

    Scenario: Explore says at once what a reply was worth
      When a trainee explores it: brush
      Then the remark is "Nothing was taken in." and the stronger words "That must be unsettling. I will file it now."
