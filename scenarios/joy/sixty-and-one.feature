# language: ko
기능: 예순 부와 한 부

  젖은 것은 예순한 부인데 빠지면 안 되는 것은 한 부다. 누구 것이냐고 물어야 나오고, 손끝에 닿아야 풀린다.

  배경:
    조건 시드는 1이다

  시나리오: 그 한 부가 누구 것인지 물으면 손끝에 이름이 온다
    만약 "count-together", "whose-is-it", "heavier-than-sixty", "steel-plate-no", "letter-by-letter", "two-boxes"를 차례로 고른다
    그러면 "one-copy"를 털어놓았다
    그리고 "sixty", "dots-stand"가 풀렸다
    그리고 "name-right"가 풀리지 않았다
    만약 "third-line"을 고른다
    그러면 "can-read"를 털어놓았다
    그리고 "name-right"가 풀렸다
    만약 "in-your-fingers", "no-plastic", "give-it-to-her"를 차례로 고른다
    그러면 결말은 "end-fingertips"이다
    그리고 통과한다
    그리고 감사는 90점 이상이다

  시나리오: 꼭꼭 눌러 담고 도착했다고 하면 점이 누운 종이를 준다
    만약 "count-together", "whose-is-it", "heavier-than-sixty", "steel-plate-no", "letter-by-letter", "one-snug-box", "arrived-then"을 차례로 고른다
    그러면 결말은 "end-smooth"이다
    그리고 통과하지 못한다

  시나리오: 장식은 빼고 60부만 빠르게 찍는다
    만약 "count-together", "leave-off-emboss", "paper-is-mine", "break-a-leg"를 차례로 고른다
    그러면 "sixty"가 풀렸다
    그리고 "one-copy"를 털어놓지 않았다
    그리고 결말은 "end-sixty"이다
    그리고 통과하지 못한다

  시나리오: 없어도 되느냐고 물으면 된다고 한다
    만약 "count-together", "just-the-sixty"를 차례로 고른다
    그러면 "one-copy"를 털어놓지 않았다
    그리고 "60부면 돼요"라는 말이 들린다

  시나리오: 어림으로 넣은 이름은 손끝이 찾아내고 여섯 시까지는 고칠 수 있다
    만약 "count-together", "whose-is-it", "heavier-than-sixty", "steel-plate-no", "as-it-looks", "two-boxes", "third-line"을 차례로 고른다
    그러면 "얀이에요"라는 말이 들린다
    만약 "again-by-three"를 고른다
    그러면 "name-right", "dots-stand"가 풀렸다
