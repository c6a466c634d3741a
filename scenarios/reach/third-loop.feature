# language: ko
기능: 세 바퀴째

  사람이 이어받을 때는 앞의 기록을 읽고 그가 멈춘 자리에서 시작한다. 답은 그 사람이 받을 수 있는 곳으로 간다.

  배경:
    조건 시드는 1이다

  시나리오: 기록을 읽고, 다친 데를 묻고, 받을 수 있는 전화로 걸면 기록이 바로 선다
    만약 "read-the-log", "you-may-go", "any-hurt"를 차례로 고른다
    그러면 "free-to-go"가 풀렸다
    그리고 "wrist"를 털어놓았다
    만약 "followed-the-call", "point-to-it", "at-two-past", "where-can-i-ring", "ten-to-nine"을 차례로 고른다
    그러면 "battery"를 털어놓았다
    만약 "no-charge-left", "logged-as-loop", "night-crew-too"를 차례로 고른다
    그러면 결말은 "end-green-flag"이다
    그리고 통과한다

  시나리오: 저절로 닫힌다는 말을 믿고 떠나면 자정에 청구가 온다
    만약 "read-the-log", "closes-itself"를 차례로 고른다
    그러면 결말은 "end-lost-bike"이다
    그리고 통과하지 못한다

  시나리오: 처음부터 다시 말해 달라고 하면 네 바퀴째가 된다
    만약 "from-the-top", "what-can-i-help", "read-the-log", "next-dock"을 차례로 고른다
    그러면 결말은 "end-left"이다
    그리고 통과하지 못한다

  시나리오: 꺼진 전화기로 보낸 알림은 빈 신호다
    만약 "read-the-log", "any-hurt", "followed-the-call", "point-to-it", "you-may-go", "at-two-past", "push-notice"를 차례로 고른다
    그러면 "delivered"를 고를 수 있다
    만약 "leave-word", "no-charge-left"를 차례로 고른다
    그러면 "returned", "same-hand"가 풀렸다

  시나리오: 자전거를 걱정하는 물음에는 이상 없다고 한다
    만약 "read-the-log", "did-you-force-it"을 차례로 고른다
    그러면 "wrist"를 털어놓지 않았다
    그리고 "any-hurt"를 고를 수 있다
