"""Word lists of the English grammar: closed classes, kept where the rules that use them can be read."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Capitalised at the start of a sentence or in a Title Case headline, these are no part of a name.
ORDINARY = _set(
    """a about above according across acquires acquisition add added adding adds after again against ahead all alongside
    already also although amid among an and another any app appoint appointed appointing appointment appoints are around as
    at away back backed backs be became because become becomes becoming been before begins behind being below
    best between beyond big billion billionaire board both break breaking bring brings brought build building business but
    buy buys by bye call called calls can chance change changes claims comes coming companies company could current
    day days deal decision decisions declined declines depart departed departing departs departure departures despite did
    discussion does doing done down drops during each earlier early effective elected ends enterprise even ever every ex
    exclusive executives exit exiting exits exodus faces facing faculty fails fall falls few files final finally fire
    fired firing first focus follow following for formally former formerly found founded founder founders founding founds four from
    full get gets getting gives giving go goes going gone good got great group grows had handing has have having he heads
    help her here him his hire hired hires hiring how however i if in inside interim internal into investors is it its
    job join joined joining joins just key keep keeps last late later latest launch launched launches launching layoffs
    lead leader leaders leadership leading leads leave leaves leaving led left less let lets like longtime look looks
    made major make makes making many may me meanwhile meet meets member members memo might million months more most
    move moved moves moving much must my name named names naming new news next no nor not now of off officially
    on once one only onto open opens or other our oust ousted ousting ousts out outgoing over own part people per
    perhaps pick picked picks plan planned planning plans poach poached poaches poaching post potential previously project promote
    promoted promotes promoting quit quits quitting raises recently recruit recruits reinstated rejoin rejoining rejoins
    rejects remain remains replace replaced replaces replacing report reported reportedly reports resign resignation
    resigned resigning resigns retire retired retires retiring return returned returning returns reveals rise role round
    said say says search second secretive seeks senior set several shares she shift shifts should since six so some
    soon source sources speculation staff star start started starting starts startup startups still step stepped stepping steps
    stop struggling succeed succeeded succeeding succeeds such take takes taking talent talks tap tapped taps team teams
    tech technology tells ten than that the their them then there these they this those three through thus to today
    together told top tops tour toward two under unit until up update upon us use used users venture very veteran via
    wants was watch we week weeks welcome welcomed welcomes well were what when where which while who why will with
    within without won work worker workers working works would wrote year years yes yesterday yet you your yours
    longstanding cofounder coauthor shuffle shakeup shake-up stays stay hands says saying replacement successor
    background social media confirmed confirms announce announced announces announcing announcement mr mrs ms dr
    editor's note score comments tweet thread link read continue photo image video
    asks asked asking warns warned eyes sees seen makes faces faced wins won loses lost sues sued cuts slams slammed urges urged
    defends defended denies denied plots plot seeks sought raises raised raising secures invests bets spends shuts closes
    reshuffle restructuring overhaul crisis turmoil scandal row rival rivals customers customer billions millions
    fury owner investor investment funding push power control charge helm role roles seat effort efforts unit division
    chief-executive amidst successor early joins-forces technical key huge massive latest tweets posts podcast interview
    announcement addition adds drama saga exodus brain drain war wars race fight battle future past present history
    summit conference event meeting call letter memo email statement report study paper model models product products
    approves appeals speaks spoke gets goodbye farewell introducing meet alert rumor rumour rumors rumours"""
)

DEMONYMS = _set(
    """american british chinese japanese german french indian korean canadian israeli swiss dutch italian spanish russian
    australian brazilian european asian african singaporean taiwanese swedish norwegian danish finnish irish scottish
    us u.s. uk u.k. eu california silicon"""
)

CALENDAR = _set(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter q1 q2 q3 q4"""
)

PLACES = _set(
    """america asia europe africa china japan germany france india korea canada israel switzerland netherlands italy spain
    russia australia brazil singapore taiwan sweden norway denmark finland ireland scotland england britain london paris
    berlin tokyo beijing shanghai shenzhen seoul zurich toronto boston seattle austin washington texas hawaii bangalore
    bengaluru dubai brussels munich vienna stockholm amsterdam mexico poland ukraine turkey egypt qatar nigeria kenya
    vietnam indonesia malaysia thailand pakistan iran iraq miami chicago denver detroit york francisco vegas"""
)

HONORIFICS = _set("mr mrs ms dr prof professor sir dame lord lady sheikh mr. mrs. ms. dr. prof.")

PARTICLES = _set("de da di van von bin ben der den del du dos la le al el ter ibn")

# The last word of a name that is an organisation's.
ORG_ENDS = _set(
    """academy agency ai airlines airways analytics aerospace association authority automotive bank bio biosciences
    biotech broadcasting brothers bros capital center centre chemical cloud club college commission committee
    communications companies company computing consulting consortium corp corp. corporation council department
    devices dynamics electric electronics energy engineering enterprises entertainment exchange fashion federation
    financial finance foods forum foundation fund games gaming genomics global group health healthcare holdings
    hospital hotels inc inc. industries initiative instruments insurance institute institution intelligence
    interactive international investments journal lab laboratories laboratory labs limited llc logistics ltd ltd. machines management
    manufacturing markets materials media medical medicine ministry mobility motor motors museum music network
    networks news office oil organization partners payments pharma pharmaceuticals pictures plc post press productions
    project publishing radio railway records research resources retail robotics school sciences scientific securities
    security semiconductor semiconductors services society software solutions space sports steel stores studio studios
    superintelligence systems task taskforce tech technologies technology telecom television therapeutics times trust
    union university ventures wireless works"""
)

# Nouns after which "of", "for" or "on" goes on with the name.
ORG_HEADS = _set(
    """academy agency association bank board bureau center centre college commission committee council department
    division federation foundation fund institute ministry museum office school society university"""
)

# What an organisation is called when it is not named; before a name they say that it is one.
COMPANY_NOUNS = _set(
    """agency airline app automaker bank broadcaster business carmaker chain charity chipmaker club company conglomerate
    consultancy corporation developer exchange firm foundation fund giant group hospital insurer institute institution
    lab label laboratory lender maker manufacturer newspaper network nonprofit operator organisation organization outfit
    outlet platform provider publisher publication retailer school service site startup start-up store studio subsidiary team
    think-tank unicorn unit university venture website carrier shop brewer drugmaker brand"""
)

# Words that may stand between a subject and its verb.
LIGHT = _set(
    """has have had having is are was were be been being will would 'll 'd 've 're shall may might could to also now already
    recently officially formally originally first initially previously later then reportedly allegedly soon abruptly
    suddenly quietly finally eventually just still again once ultimately subsequently never not did does do didn't
    doesn't won't isn't wasn't hasn't hadn't wouldn't immediately currently briefly both all each voluntarily unexpectedly
    plans planned planning plan intends intended intention decides decided agreed agrees set expected due going about ready
    preparing likely slated poised chose opted announced announces announcing confirmed confirms revealed reveals
    plans in talks scheduled supposed refused refuses declined declines rejected rejects turned offered wants hopes
    considering publicly himself herself only temporarily jointly together effectively famously earlier today yesterday
    recent tonight decision continues continued forced pushed officially"""
)

PRONOUNS = _set("he she they him her")

ZERO = _set("and but then before after while by since when where & or though plus following upon without for")
