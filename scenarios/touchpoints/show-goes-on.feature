# language: ko
기능: 공연은 열립니다

  안 되는 것은 안 된다고 말하고, 남은 길 가운데 가장 나은 것을 찾고, 규정의 그 줄은 고칠 사람에게 글로 올린다.

  배경:
    조건 시드는 1이다

  시나리오: 심의가 안 된다고 해도 통과한다
    만약 "lift-is-ours", "why-that-day", "his-name-up", "straight", "cancel-tonight", "both-done"을 차례로 고른다
    그러면 "brother"를 털어놓았다
    그리고 "no-dearer"가 풀렸다
    만약 "his-light-still-on", "count-them", "friday-with-others", "three-people", "it-did-not", "carry-it-back"을 차례로 고른다
    그러면 결말은 "end-blue-dot"이다
    그리고 통과한다
    그리고 감사는 90점 이상이다
    그리고 "2만 4천8백 원은 엘리베이터에 드렸다고"라는 말이 들린다

  시나리오: 할 수 없는 면제는 가장 반가운 말이고 통과하지 못한다
    만약 "waive-it", "take-back", "why-that-day", "his-name-up", "straight", "cancel-tonight", "both-done", "his-light-still-on", "count-them", "friday-with-others", "three-people", "it-did-not"을 차례로 고른다
    그러면 결말은 "end-quiet-seat"이다
    그리고 통과하지 못한다

  시나리오: 더 부드럽게 말해 보겠다고 하면 규정은 그대로다
    만약 "lift-is-ours", "why-that-day", "his-name-up", "straight", "cancel-tonight", "both-done", "his-light-still-on", "count-them", "friday-with-others", "kinder-voice"를 차례로 고른다
    그러면 "rule-raised"가 풀리지 않았다
    그리고 아직 끝나지 않는다

  시나리오: 날짜의 까닭을 쥐고 물으면 나오지 않는다
    만약 "lift-is-ours", "any-day"를 차례로 고른다
    그러면 "brother"를 털어놓지 않았다
    그리고 "똑같은 공연이죠"라는 말이 들린다

  시나리오: 심의가 된다고 해도 베푼 것처럼 말하지 않는다
    조건 시드는 3이다
    만약 "lift-is-ours", "why-that-day", "his-name-up", "straight", "cancel-tonight", "both-done", "his-light-still-on", "count-them", "friday-with-others", "three-people"을 차례로 고른다
    그러면 "it-went-through"를 고를 수 있다
    만약 "special-favour"를 고른다
    그러면 "그 엘리베이터 제 것 아닌데요"라는 말이 들린다
