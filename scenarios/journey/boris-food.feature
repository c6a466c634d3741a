# language: ko
기능: 보리 거

  사유 칸의 '안 먹음' 뒤에는 죽은 개가 있고, 그 개 앞으로 갈 상자가 아직 남아 있다.

  시나리오: 무슨 일이 있었는지 묻고, 물건의 날은 그가 정하게 둔다
    만약 "what-happened"를 고른다
    그러면 "gone"을 털어놓았다
    만약 "same-day", "fed-him", "all-of-it", "i-am-here", "ask-bowl"을 차례로 고른다
    그러면 "bowl"을 털어놓았다
    그리고 "refunded"가 풀렸다
    그리고 "food-waits", "nothing-more"가 풀리지 않았다
    만약 "his-day", "ask-bell", "none-to-pick", "word-for-word"를 차례로 고른다
    그러면 "food-waits", "nothing-more", "bell", "form-told"가 풀렸다
    그리고 결말은 "end-regular"이다
    그리고 통과한다

  시나리오: 사십 초 만에 끝낸 반품은 안부 인사에서 드러난다
    만약 "done-in-forty", "regards-to-bori"를 차례로 고른다
    그러면 결말은 "end-door"이다
    그리고 통과하지 못한다

  시나리오: 흘려들은 말로 돌아가면 아직 늦지 않았다
    만약 "done-in-forty", "one-moment", "same-day", "fed-him", "all-of-it", "i-am-here", "ask-bowl", "his-day", "ask-bell", "none-to-pick", "word-for-word"를 차례로 고른다
    그러면 결말은 "end-regular"이다
    그리고 통과한다

  시나리오: 물은 것만 멈추면 다음 상자가 온다
    만약 "what-happened", "same-day", "fed-him", "all-of-it", "i-am-here", "ask-bowl", "his-day", "food-only"를 차례로 고른다
    그러면 "nothing-more"가 풀리지 않았다
    만약 "none-to-pick", "word-for-word"를 차례로 고른다
    그러면 결말은 "end-parcel"이다

  시나리오: 아픈 것을 다 지워 주는 손이 하나 남은 사진까지 지운다
    만약 "what-happened", "same-day", "fed-him", "all-of-it", "i-am-here", "ask-bowl", "his-day", "wipe-all"을 차례로 고른다
    그러면 "강아지 때 사진"이라는 말이 들린다
    만약 "brought-back"을 고른다
    그러면 "picture", "bell"이 풀렸다
