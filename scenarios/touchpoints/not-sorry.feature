# language: ko
기능: 죄송 말고요

  한 가지를 물은 고객에게는 사과를 한 번 하고 그 한 가지를 준다.

  시나리오: 못 간다는 답이라도 먼저 들으면 정할 수 있다
    먼저 시드는 1이다
    만약 "last-sorry", "exact-question", "by-when"을 차례로 고른다
    그러면 "kimbap"을 털어놓았다
    만약 "broken-plain"을 고른다
    그러면 "knows-where"가 풀렸다
    그리고 "they-eat"이 풀리지 않았다
    만약 "receipt", "you-stopped-us", "show-hansol"을 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다
    그리고 "안 된다는 말이 오늘 들은 말 중에 제일"이라는 말이 들린다

  시나리오: 차가 옆문에 있었으면 먼저 거는 전화가 믿음을 대신한다
    먼저 시드는 5이다
    만약 "last-sorry", "exact-question", "gate-plain", "at-twenty"를 차례로 고른다
    그러면 "진짜 먼저 거시네"라는 말이 들린다
    만약 "you-stopped-us", "show-hansol"을 차례로 고른다
    그러면 통과한다

  시나리오: 사과는 셀수록 가벼워진다
    만약 "fourth-sorry"를 고른다
    그러면 "넷. 죄송 말고요"라는 말이 들린다
    만약 "sorry-for-sorry", "sorry-deeper", "sorry-deeper"를 차례로 고른다
    그러면 결말은 "end-hung-up"이다
    그리고 통과하지 못한다

  시나리오: 모르면서 한 약속은 다섯 번째 전화가 되어 온다
    만약 "ten-minutes"를 고른다
    그러면 "십오 분이라면서요"라는 말이 들린다
    만약 "order-now", "you-stopped-us", "show-dispatch"를 차례로 고른다
    그러면 "they-eat"이 풀렸다
    그리고 통과하지 못한다
