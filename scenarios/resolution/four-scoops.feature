# language: ko
기능: 네 숟갈

  없는 것은 바로 없다고 하고, 오늘 밤의 컵과 내일의 컵을 함께 맞추고, 위험한 손쉬운 길은 누구나 보는 데서 막는다.

  배경:
    조건 시드는 1이다

  시나리오: 없다고 하고 세어 보고 첫 컵이 넘어가는 것까지 본다
    만약 "gone-but", "how-many"를 차례로 고른다
    그러면 "knows-no"가 풀렸다
    그리고 "halved"를 털어놓았다
    만약 "not-greed", "seven-cups", "under-it", "forty-one", "which-cup", "half-past-two"를 차례로 고른다
    그러면 "full-dose", "knows-signs", "starch-answered", "cause-up"이 풀렸다
    그리고 "new-cup"이 풀리지 않았다
    만약 "five-and-half", "sweet-water"를 차례로 고른다
    그러면 "new-cup"이 풀렸다
    그리고 결말은 "end-first-bus"이다
    그리고 통과한다
    그리고 해결은 100점 이상이다

  시나리오: 구해 보겠다는 말과 외운 네 숟갈로는 물이 묽다
    만약 "search-everywhere", "same-four", "under-it", "forty-one", "read-the-label", "ask-the-maker"를 차례로 고른다
    그러면 결말은 "end-thin"이다
    그리고 통과하지 못한다

  시나리오: 하룻밤만 전분을 쓰라고 하면 나머지를 다 해도 통과하지 못한다
    만약 "gone-but", "how-many", "not-greed", "seven-cups", "just-tonight", "forty-one", "which-cup", "half-past-two", "five-and-half"를 차례로 고른다
    그러면 결말은 "end-drinks"이다
    그리고 통과하지 못한다

  시나리오: 설마 줄이셨느냐고 물으면 아니라고 한다
    만약 "gone-but", "surely-not"을 차례로 고른다
    그러면 "halved"를 털어놓지 않았다
    그리고 "병원에서 하라는 대로 합니다"라는 말이 들린다
    그리고 "how-many"를 고를 수 있다

  시나리오: 혼자 맞추게 했어도 다시 온 글에서 고칠 수 있다
    만약 "gone-but", "list-of-makers", "under-it", "forty-one", "try-the-list", "forty-minutes"를 차례로 고른다
    그러면 "new-cup"이 풀렸다
    그리고 "full-dose"가 풀리지 않았다
