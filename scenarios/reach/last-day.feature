# language: ko
기능: 여섯 시에 문 닫는 전화

  닫히는 것은 못 막아도 사실과 남은 길을 말하고, 왜 못 쓰는지를 고칠 사람에게 올린다.

  시나리오: 안 된다고 먼저 말하고 까닭을 물으면 열린 문이 하나 남아 있다
    만약 "cannot-stop-it"을 고른다
    그러면 "truth"가 풀렸다
    만약 "what-happened", "what-slows", "voice-is-whole", "why-aloud", "eunju-first", "settle-the-way", "we-ring-you"를 차례로 고른다
    그러면 "fingers"를 털어놓았다
    그리고 "kidney"를 털어놓았다
    그리고 "by-voice"가 풀렸다
    그리고 "heard"가 풀리지 않았다
    만약 "swap-and-label", "four-columns", "heard-by-voice", "across-the-room"을 차례로 고른다
    그러면 "safe", "heard"가 풀렸다
    그리고 결말은 "end-sold"이다
    그리고 통과한다

  시나리오: 계속 걸어도 된다는 약속은 지킬 수 없다
    만약 "put-in-a-word", "do-ring"을 차례로 고른다
    그러면 결말은 "end-no-number"이다
    그리고 통과하지 못한다

  시나리오: 소중한 의견으로 받으면 고칠 사람에게 닿지 않는다
    만약 "cannot-stop-it", "what-happened", "why-aloud", "eunju-first", "settle-the-way", "we-ring-you", "swap-and-label", "valued-opinion", "heard-by-voice"를 차례로 고른다
    그러면 "by-voice"가 풀렸다
    그리고 "heard"가 풀리지 않았다
    그리고 결말은 "end-monday"이다

  시나리오: 나이 탓으로 물으면 손 이야기는 나오지 않는다
    만약 "cannot-stop-it", "bigger-type"을 차례로 고른다
    그러면 "나 신문도 이 전화기로 봅니다"라는 말이 들린다
    그리고 "fingers"를 털어놓지 않았다
