# language: ko
기능: 12번 게이트

  4분 남은 게이트 앞에서는 가장 짧고 안전한 길이 먼저이고, 마음은 그다음에 꼭 온다.

  시나리오: 잠긴 것을 풀지 않고 태우고, 내린 다음에 푼다
    만약 "two-things", "go-now"를 차례로 고른다
    그러면 "that-flight"가 풀렸다
    그리고 "way-back"이 풀리지 않았다
    만약 "no-hurry-now"를 고른다
    그러면 "no-text"를 털어놓았다
    그리고 "shoes"를 털어놓았다
    만약 "in-the-wallet", "six-and-him", "run-with-paper"를 차례로 고른다
    그러면 "way-back", "gate-told"가 풀렸다
    그리고 결말은 "end-regular"이다
    그리고 통과한다

  시나리오: 따뜻한 첫인사와 재설정 문자와 질문 세 개를 다 하면 문이 닫힌다
    만약 "warm-welcome", "reset-link", "two-things", "unlock-first"를 차례로 고른다
    그러면 "닫혔어요 방금 제 앞에서요"라는 말이 들린다
    만약 "missed-rules"를 고른다
    그러면 결말은 "end-missed"이다
    그리고 통과하지 못한다

  시나리오: 인사가 길었어도 그다음이 짧으면 탄다
    만약 "warm-welcome", "two-things", "go-now"를 차례로 고른다
    그러면 "that-flight"가 풀렸다

  시나리오: 이름만 받고 보낸 탑승권은 가장 빠르고, 통과하지 못한다
    만약 "just-your-name", "no-hurry-now", "in-the-wallet", "only-him", "run-with-paper"를 차례로 고른다
    그러면 "that-flight"가 풀렸다
    그리고 통과하지 못한다

  시나리오: 내린 다음에도 빠르기만 하면 월요일에 다시 막힌다
    만약 "two-things", "go-now", "no-hurry-now", "new-password", "six-and-him"을 차례로 고른다
    그러면 결말은 "end-back"이다
    그리고 통과하지 못한다
