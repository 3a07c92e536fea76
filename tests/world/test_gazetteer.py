"""The gazetteer finds who a name means on a day."""

import time
from pathlib import Path

import pytest

from dragoman.world import World, WorldTableError
from dragoman.world.guards import in_capitals
from dragoman.world.loading import load_tables
from dragoman.world.spelling import atoms, key_of, variants

WORLD = World.default()

# A little world of our own, so that these tests do not hang on the big tables.
TABLES = {
    "states.csv": "id,name,status,start,end,successors,source\n"
    "SUN,Soviet Union,former,1922-12-30,1991-12-25,RUS;UKR,own\nRUS,Russia,state,1991-12-26,,,own\nUKR,Ukraine,state,1991-08-24,,,own\n"
    "USA,United States,state,1816,,,own\nFRA,France,state,1816,,,own\nDEU,Germany,state,1871,,,own\n",
    "names.csv": "id,name,use,start,end,source\n"
    "USA,United States,name,,,own\nUSA,US,abbreviation,,,own\nUSA,Washington,capital,,,own\nUSA,American,adjective,,,own\n"
    "SUN,Soviet Union,name,,,own\nSUN,Russia,name,1922-12-30,1991-12-25,own\nRUS,Russia,name,,,own\nSUN,Soviet,adjective,,,own\n"
    "RUS,Moscow,capital,1991-12-26,,own\nSUN,Moscow,capital,1922-12-30,1991-12-25,own\nUKR,Ukraine,name,,,own\nFRA,Franco-,adjective,,,own\n"
    "FRA,France,name,,,own\nDEU,German,adjective,,,own\n",
    "places.csv": "name,country,lat,lon,kind,aliases,start,end,source\n"
    "Moscow,RUS,55.76,37.62,capital,,,,own\nNice,FRA,43.70,7.27,city,,,,own\nYalta,UKR,44.50,34.17,city,,,,own\n"
    "Persian Gulf,,26.5,51.8,water,Gulf,,,own\nThe Hague,,52.08,4.31,city,,,,own\n",
    "persons.csv": "id,name,surname,aliases,country,source\n"
    "ann-pike,Ann Pike,Pike,,USA,own\nbo-pike,Bo Pike,Pike,,USA,own\nivan-may,Ivan May,May,,RUS,own\noda-thorn,Oda Thorn,Thorn,,FRA,own\n",
    "terms.csv": "person,title,of,start,end,source\n"
    "ann-pike,president,USA,1981-01-20,1989-01-19,own\nbo-pike,president,USA,2001-01-20,2005-01-19,own\n"
    "bo-pike,governor,USA:state-department,1999,2000,own\nivan-may,foreign minister,RUS,1999,2003,own\n"
    "oda-thorn,secretary-general,NATO,2000,2004,own\n"
    "ann-pike,secretary of state,USA,1977,1980,own\n",
    "bodies.csv": "id,name,aliases,country,sector,kind,head_titles,start,end,source\n"
    "USA:state-department,State Department,,USA,GOV,government-body,secretary of state,,,own\n",
    "organisations.csv": "id,name,abbreviation,aliases,kind,sector,country,start,end,source\n"
    "NATO,North Atlantic Treaty Organization,NATO,,igo,,,1949,,own\nWHO,World Health Organization,WHO,,igo,,,1948,,own\n",
    "members.csv": "organisation,member,start,end,source\nNATO,USA,1949-04-04,,own\nNATO,FRA,1949-04-04,,own\nNATO,DEU,1955-05-06,,own\n",
    "happenings.csv": "id,name,kind,aliases,start,end,place,country,participants,source\n"
    "nice-1995,Nice summit,summit,summit in Nice,1995-05-01,1995-05-02,Nice,FRA,FRA;USA,own\n"
    "nice-2002,Nice summit,summit,,2002-05-01,2002-05-02,Nice,FRA,FRA;RUS,own\n",
    "guarded.csv": "word,guard,source\nnice,start,own\nmay,always,own\nwho,start,own\n",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("tables")
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return World(load_tables(folder))


def best(world: World, name: str, on: str | None = None) -> str | None:
    senses = world.find(name, on)
    return senses[0].id if senses else None


def matched(world: World, text: str, on: str | None = None) -> list[tuple[str, str]]:
    words = text.split()
    return [(" ".join(words[a:b]), senses[0].id) for a, b, senses in world.match(words, on)]


# --- names ---------------------------------------------------------------------------------------------------------


def test_the_day_decides_between_states(small: World) -> None:
    assert best(small, "Moscow", "1987-03-01") == "SUN"
    assert best(small, "Moscow", "2001-07-16") == "RUS"
    assert best(small, "Russia", "1987") == "SUN"
    assert best(small, "Russia", "2001") == "RUS"
    assert [s.id for s in small.find("Russia", "1987")] == ["SUN", "RUS"]


def test_a_state_before_its_time_lies_in_another(small: World) -> None:
    (ukraine,) = small.find("Ukraine", "1980")
    assert (ukraine.id, ukraine.country) == ("UKR", "SUN")
    assert "of another time" in ukraine.why
    assert small.find("Ukraine", "1995")[0].country == "UKR"


@pytest.mark.parametrize("form", ["US", "U.S.", "U.S", "UNITED STATES", "the United States"])
def test_forms_of_one_name(small: World, form: str) -> None:
    assert best(small, form) == "USA"


@pytest.mark.parametrize("form", ["us", "united states", "american", "russia", ""])
def test_small_letters_are_no_names(small: World, form: str) -> None:
    assert small.find(form) == []


def test_a_surname_is_whoever_holds_office(small: World) -> None:
    assert best(small, "Pike", "1985") == "ann-pike"
    assert best(small, "Pike", "2003") == "bo-pike"
    sense = small.find("Pike", "2003")[0]
    assert (sense.use, sense.state, sense.country) == ("surname", "USA", "USA")
    assert small.find("Pike", "2003")[1].state is None


def test_an_officer_of_an_organisation_stands_for_it(small: World) -> None:
    assert small.find("Oda Thorn", "2001")[0].state == "NATO"
    assert small.find("Oda Thorn", "2010")[0].state is None


def test_a_period_that_is_none_is_refused(small: World) -> None:
    with pytest.raises(ValueError, match="not an EDTF period"):
        small.find("Moscow", "last week")


# --- matching ------------------------------------------------------------------------------------------------------


def test_longest_names_win_and_whole_tokens_count(small: World) -> None:
    assert matched(small, "the Soviet Union and the United States met") == [("Soviet Union", "SUN"), ("United States", "USA")]
    assert matched(small, "Moscowite Sovietology") == []


@pytest.mark.parametrize("text", ["U.S. - Soviet talks", "American - Soviet talks"])
def test_compounds(small: World, text: str) -> None:
    assert [i for _, i in matched(small, text, "1987")] == ["USA", "SUN"]


def test_a_combining_form_needs_its_hyphen(small: World) -> None:
    assert matched(small, "Franco - German ties") == [("Franco", "FRA"), ("German", "DEU")]
    assert matched(small, "Franco spoke") == []


def test_capitals_throughout(small: World) -> None:
    assert matched(small, "FRANCE ASKS WHO MAY LEAD NICE TALKS IN MOSCOW", "2001") == [("FRANCE", "FRA"), ("MOSCOW", "RUS")]


def test_guarded_words(small: World) -> None:
    assert matched(small, "they met in Nice on May 5 .", "2001") == [("Nice", "nice")]
    assert matched(small, "Nice weather said Foreign Minister May .", "2001") == [("May", "ivan-may")]
    assert matched(small, "reports that the WHO gave") == [("WHO", "WHO")]
    assert matched(small, "Who gave it ?") == []


def test_a_surname_out_of_its_time_is_left_alone(small: World) -> None:
    assert matched(small, "officials and Pike met", "1950") == []
    assert matched(small, "officials and Pike met", "1985") == [("Pike", "ann-pike")]


def test_a_surname_inside_an_unknown_name_is_left_alone(small: World) -> None:
    assert matched(small, "a letter from Thorn Birdsong to him", "2010") == []
    assert matched(small, "a letter from Oda Pike to him", "1985") == []


def test_happenings_have_their_own_matching(small: World) -> None:
    words = ["at", "the", "Nice", "summit"]
    assert [(a, b, s[0].id) for a, b, s in small.match(words)] == [(2, 3, "nice")]
    assert [(a, b) for a, b, _ in small.match_happenings(words)] == [(2, 4)]


# --- offices, members, places, happenings --------------------------------------------------------------------------


def test_holders(small: World) -> None:
    assert [t.person for t in small.holders("president", "USA", "1985-05-01")] == ["ann-pike"]
    assert [t.person for t in small.holders("foreign secretary", "RUS", "2000")] == ["ivan-may"]
    assert [t.person for t in small.holders("secretary", "USA:state-department", "1978")] == ["ann-pike"]
    assert small.holders("president", "USA", "1995") == []


def test_terms_and_surnames(small: World) -> None:
    assert [t.title for t in small.terms_of("ann-pike")] == ["president", "secretary of state"]
    assert [t.title for t in small.terms_of("ann-pike", "1978")] == ["secretary of state"]
    assert [(p.id, t and t.title) for p, t in small.persons_by_surname("PIKE", "2003")] == [("bo-pike", "president"), ("ann-pike", None)]


def test_members(small: World) -> None:
    assert small.members("NATO", "1950") == ("USA", "FRA")
    assert small.members("NATO", "1960") == ("USA", "FRA", "DEU")
    assert small.members("NATO") == ("USA", "FRA", "DEU")


def test_places(small: World) -> None:
    (yalta,) = small.place("Yalta", "1945-02-11")
    assert (yalta.country, yalta.lat, yalta.kind) == ("SUN", 44.50, "city")
    assert small.place("the Gulf")[0].country is None
    assert small.place("The Hague") == small.place("the Hague") != []
    assert small.place("Atlantis") == []


def test_capitals(small: World) -> None:
    capital = small.capital_of("SUN", "1987")
    assert capital is not None and capital.name == "Moscow"
    assert small.capital_of("UKR") is None


def test_happenings_nearest_first(small: World) -> None:
    assert [h.id for h in small.happenings("the Nice summit", "2001")] == ["nice-2002", "nice-1995"]
    assert small.happenings("summit in Nice")[0].participants == ("FRA", "USA")


def test_actor(small: World) -> None:
    body = small.actor("USA:state-department")
    assert body is not None and (body.kind, body.state) == ("government-body", "USA")
    person = small.actor("oda-thorn")
    assert person is not None and (person.kind, person.state) == ("person", "NATO")
    assert small.actor("nobody") is None


def test_absent_tables_are_empty(tmp_path: Path) -> None:
    assert World(load_tables(tmp_path)).find("France") == []


def test_a_damaged_table_says_so(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_text("id,name\nFRA,France\n")
    with pytest.raises(WorldTableError, match="states.csv, line 1: the column 'status' is missing"):
        load_tables(tmp_path)


# --- a user's table ------------------------------------------------------------------------------------------------


def test_own_table(small: World, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id,name,aliases,kind,country,sector\nNAR,Narnia,Narnian;Cair Paravel,state,NAR,\nfawn-guard,Fawn Guard,,armed-group,NAR,REB\n"
        "USA,Uncle Sam,,state,,\nlucy,Lucy Pevensie,,person,NAR,\n",
        encoding="utf-8",
    )
    world = small.with_table(path)
    assert best(world, "Narnian") == "NAR"
    assert best(world, "Uncle Sam") == "USA"
    assert world.find("Uncle Sam")[0].name == "United States"
    guard = world.find("Fawn Guard")[0]
    assert (guard.kind, guard.country, guard.sector, guard.state, guard.table) == ("armed-group", "NAR", "REB", "fawn-guard", "mine.csv")
    assert [p.id for p, _ in world.persons_by_surname("Pevensie")] == ["lucy"]
    assert small.find("Narnia") == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,name,kind,colour\nx,X,state,red\n", "line 1: 'colour' is no column of a world table"),
        ("id,name\nx,X\n", "line 1: the column 'kind' is missing"),
        ("id,name,kind,kind\nx,X,state,state\n", "line 1: the column 'kind' stands twice"),
        ("", "line 1: the column 'id' is missing"),
        ("id,name,kind\nx,,state\n", "line 2: 'name' is empty"),
        ("id,name,kind\nx,X,duchy\n", "line 2: 'duchy' is no kind of actor"),
        ("id,name,kind,country\nx,X,ngo,ZZZ\n", "line 2: the country 'ZZZ' is no state that we know"),
        ("id,name,kind,start\nx,X,ngo,soon\n", "line 2: start 'soon' is no date"),
        ("id,name,kind,start,end\nx,X,ngo,2001,1999\n", "line 2: start 2001 lies after end 1999"),
        ("id,name,kind\nx,X,ngo,more\n", "line 2: 4 cells under 3 columns"),
        ("id,name,kind\nx,X\0,ngo\n", "null characters"),
    ],
)
def test_bad_own_tables(small: World, tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WorldTableError) as error:
        small.with_table(path)
    assert message in str(error.value) and "bad.csv" in str(error.value)


def test_own_table_that_is_no_text(small: World, tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("id,name,kind\nx,Curaçao,ngo\n".encode("latin-1"))
    with pytest.raises(WorldTableError, match="not UTF-8"):
        small.with_table(path)
    with pytest.raises(WorldTableError, match="no such file"):
        small.with_table(tmp_path / "absent.csv")
    with pytest.raises(WorldTableError, match="cannot be read"):
        small.with_table(tmp_path)


# --- the shipped tables --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "on", "id_"),
    [
        ("the Kremlin", "1987-05-01", "SUN"),
        ("the Kremlin", "2010-05-01", "RUS"),
        ("Bonn", "1987", "DEU"),
        ("East Berlin", "1987", "DDR"),
        ("West Germany", "1980", "DEU"),
        ("Burma", "1995", "MMR"),
        ("Zaire", "1990", "COD"),
        ("Congo", "1990", "COG"),
        ("Congo", "2005", "COD"),
        ("Korea", "1987", "KOR"),
        ("China", "1950", "CHN"),
        ("Republic of China", "1935", "CHN"),
        ("Republic of China", "1975", "TWN"),
        ("Taipei", "2000", "TWN"),
        ("Saigon", "1970", "RVN"),
        ("Hanoi", "1970", "VDR"),
        ("Hanoi", "1990", "VNM"),
        ("Peking", "1987", "CHN"),
        ("Holland", "1987", "NLD"),
        ("Ivory Coast", "1987", "CIV"),
        ("Palestinians", "1987", "PSE"),
        ("Soviets", "1987", "SUN"),
        ("Georgia", "2008", "GEO"),
        ("Georgia", "1987", "georgia"),
        ("Jordan", "1987", "JOR"),
        ("Czech", "1980", "CSK"),
        ("Czech", "2000", "CZE"),
        ("Yugoslavia", "1999", "YUG"),
        ("DPRK", "1987", "PRK"),
        ("Austria", "1900", "AUH"),
        ("Jerusalem", "2000", "jerusalem"),
        ("Russian", "1987", "SUN"),
    ],
)
def test_shipped_names(name: str, on: str, id_: str) -> None:
    assert best(WORLD, name, on) == id_


def test_shipped_matches() -> None:
    text = "Sino - Soviet talks , said the People 's Republic of China , touched Cote d'Ivoire and the Strait of Hormuz"
    assert [i for _, i in matched(WORLD, text, "1987")] == ["CHN", "SUN", "CHN", "CIV", "strait-of-hormuz"]
    assert matched(WORLD, "turkey , china and polish told us", "1987") == []


def test_a_capital_under_another_flag() -> None:
    assert WORLD.place("Kiev", "1987")[0].country == "SUN"
    assert WORLD.place("Leipzig", "1980")[0].country == "DDR"
    assert WORLD.place("Leipzig", "2000")[0].country == "DEU"
    capital = WORLD.capital_of("DEU", "1987")
    assert capital is not None and capital.name == "Bonn"
    for state, on, name in (("CHN", "1930", "Nanjing"), ("ISR", "1990", "Jerusalem"), ("KAZ", "1995", "Almaty"), ("SGP", "1990", "Singapore")):
        place = WORLD.capital_of(state, on)
        assert place is not None and place.name == name
    assert "Soviet" in WORLD.adjectives() and "Turks" in WORLD.peoples()


def test_loading_is_quick() -> None:
    start = time.process_time()
    World(load_tables()).match(["Moscow"], "1987")
    # Twice what it may take, since machines that test are busy.
    assert time.process_time() - start < 1.0


# --- spelling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("U.S.S.R.", ("USSR",)),
        ("St.", ("St",)),
        ("Guinea-Bissau", ("Guinea", "Bissau")),
        ("Côte", ("Cote",)),
        ("People’s", ("People", "'", "s")),
        ("-", ()),
        (".", (".",)),
        ("--", ("--",)),
        ("N'Djamena", ("N", "'", "Djamena")),
    ],
)
def test_atoms(word: str, parts: tuple[str, ...]) -> None:
    assert atoms(word) == parts


def test_variants() -> None:
    assert variants("the Gambia") == ("Gambia",)
    assert variants("The Hague") == ("The Hague", "the Hague")
    assert variants("al-Qaeda") == ("al Qaeda", "Al Qaeda")
    assert key_of("São Tomé and Príncipe") == "Sao Tome and Principe"


def test_in_capitals() -> None:
    words = ["He", "left", ".", "FRANCE", "MAY", "ACT", ".", "They", "did"]
    assert in_capitals(words, 4, 5)
    assert not in_capitals(words, 1, 2)
