Feature: Scenes, other customers and what stays hidden
  A case may have several scenes with several customers. The trainee sees where they are and with
  whom, is told between the scenes what a reply came to, and learns in the end what was hidden.

  Rule: Coach mode stops between two scenes

    Scenario: Every reply of the scene is looked back on
      Given a trainer's case of two scenes
      When a trainee plays its scenes: fill-in, hand-over
      Then the trainee is in the scene "이튿날 아침, 전화" with "오재석"
      And coach mode looks back on replies 1 and 2 of "저녁 7시, 유실물 창구"
      And reply 1 could have been "마음이 급하시죠. 기다려 주셔서 고맙습니다. 안에 꼭 필요한 것이 있으세요?"

    Scenario: The look back is over with the next reply
      Given a trainer's case of two scenes
      When a trainee plays its scenes: fill-in, hand-over, pass-it-on
      Then coach mode looks back on nothing

    Scenario: An exam never stops
      Given a trainer's case of two scenes
      When a trainee plays its scenes as an exam: fill-in, hand-over
      Then coach mode looks back on nothing

  Rule: Each customer speaks under their own name

    Scenario: Somebody else in the scene speaks up
      Given a trainer's case of two scenes
      When a trainee plays its scenes: fill-in
      Then "오재석" has said "제가 들고 갔습니다. 정말 죄송합니다."
      And "오재석" is in the scene too, in the mood "편안함"

    Scenario: The story clock passes its target
      Given a trainer's case of two scenes
      When a trainee plays its scenes: fill-in
      Then it is "19:01 (20:00까지)" and the contact has taken "1:30 / 목표 1:00 · 목표 넘김"

  Rule: What was hidden is told in the end

    Scenario Outline: Asked well, asked badly, never asked
      Given a trainer's case of two scenes
      When a trainee plays its scenes: <said>
      Then of "가방에 약이 들어 있다" the debrief says "<medicine>"
      And of "급한 약속이 있었다" the debrief says "<reason>"

      Examples:
        | said                                | medicine              | reason                |
        | what-inside, hand-over, pass-it-on  | 1번째 답에서 말해 주었습니다 | 3번째 답에서 말해 주었습니다 |
        | fill-in, hand-over, not-ours        | 잘못 물어 감추었습니다 | 물었다면 말했을 일인데, 끝내 나오지 않았습니다 |

    Scenario: Nothing is given away while the case goes on
      Given a trainer's case of two scenes
      When a trainee plays its scenes: fill-in, hand-over
      Then the debrief says nothing of what is hidden

    Scenario: What the case teaches
      Given a trainer's case of two scenes
      When a trainee plays its scenes: what-inside, hand-over, pass-it-on
      Then the debrief teaches "먼저 듣는다"
      And the debrief tells that "문가영" hates "되묻기"
