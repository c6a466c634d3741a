# language: ko
기능: 봉투 세 개

  고맙다는 말은 그 사람이 한 일을 가리킬 때 들리고, 문가에서 던진 말에도 갈 곳이 있어야 한다.

  시나리오: 봉투를 열어 보고 언제 얼었는지 물으면 싹 소식이 간다
    만약 "plump", "not-meddling", "when-and-where"를 차례로 고른다
    그러면 "two-sowings"를 털어놓았다
    만약 "wrong-date-not-hand"를 고른다
    그러면 "drawing"을 털어놓았다
    만약 "mended-now", "noodle-roof", "friday-and-spring", "sample-three", "to-the-folders"를 차례로 고른다
    그러면 "on-card", "knows-when", "her-way"가 풀렸다
    그리고 결말은 "end-sprout"이다
    그리고 통과한다
    그리고 감사는 95점 이상이다

  시나리오: 상냥한 인사 두 번이면 서리 이야기가 문밖으로 나간다
    만약 "as-the-sign-says", "sure-sure", "see-you"를 차례로 고른다
    그러면 결말은 "end-door"이다
    그리고 통과하지 못한다

  시나리오: 공책에 적은 것은 아무도 옮겨 적지 않는다
    만약 "plump", "into-the-book", "april-is-early", "before-long", "sample-three"를 차례로 고른다
    그러면 결말은 "end-notebook"이다
    그리고 통과하지 못한다

  시나리오: 베낀 쪽지는 다시 쓸 수 있다
    만약 "plump", "not-meddling", "when-and-where", "wrong-date-not-hand", "mended-now", "noodle-roof", "friday-and-spring", "sample-one"을 차례로 고른다
    그러면 "똑같은 거 들고 가던데"라는 말이 들린다
    만약 "write-it-again"을 고른다
    그러면 "이제 내 거네"라는 말이 들린다
    만약 "to-the-folders"를 고른다
    그러면 통과한다
