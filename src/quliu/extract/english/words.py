"""Word lists of the English grammar: closed classes, kept where the rules that use them can be read."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Capitalised at the start of a sentence or in a Title Case headline, these are no part of a name.
ORDINARY = _set(
    """
    striker midfielder goalkeeper quarterback defender coach
    a about above according acquires acquisition across add added adding addition adds after again against
    ahead alert all alongside already also although amid amidst among an and announce announced
    announcement announces announcing another any app appeals appoint appointed appointing appointment
    appoints approves are around as asked asking asks at away back backed background backs battle be
    became because become becomes becoming been before begins behind being below best bets between beyond
    big billion billionaire billions board both brain break breaking bring brings brought build building
    business but buy buys by bye call called calls can chance change changes charge chief-executive claims
    closes coauthor cofounder comes coming comments companies company conference confirmed confirms
    continue control could crisis current customer customers cuts day days deal decision decisions
    declined declines defended defends denied denies depart departed departing departs departure
    departures despite did discussion division does doing done down dr drain drama drops during each
    earlier early editor's effective effort efforts elected email ends enterprise even event ever every ex
    exclusive executives exit exiting exits exodus eyes faced faces facing faculty fails fall falls
    farewell few fight files final finally fire fired firing first focus follow following for formally
    former formerly found founded founder founders founding founds four from full funding fury future get
    gets getting gives giving go goes going gone good goodbye got great group grows had handing hands has
    have having he heads helm help her here him hire hired hires hiring his history how however huge i if
    image in inside interim internal interview into introducing investment investor investors invests is
    it its job join joined joining joins joins-forces just keep keeps key last late later latest launch
    launched launches launching layoffs lead leader leaders leadership leading leads leave leaves leaving
    led left less let lets letter like link longstanding longtime look looks loses lost made major make
    makes making many massive may me meanwhile media meet meeting meets member members memo might million
    millions model models months more most move moved moves moving mr mrs ms much must my name named names
    naming new news next no nor not note now of off officially on once one only onto open opens or other
    our oust ousted ousting ousts out outgoing over overhaul own owner paper part past people per perhaps
    photo pick picked picks plan planned planning plans plot plots poach poached poaches poaching podcast
    post posts potential power present previously product products project promote promoted promotes
    promoting push quit quits quitting race raised raises raising read recently recruit recruits
    reinstated rejects rejoin rejoining rejoins remain remains replace replaced replacement replaces
    replacing report reported reportedly reports reshuffle resign resignation resigned resigning resigns
    restructuring retire retired retires retiring return returned returning returns reveals rise rival
    rivals role roles round row rumor rumors rumour rumours saga said say saying says scandal score search
    seat second secretive secures seeks seen sees senior set several shake-up shakeup shares she shift
    shifts should shuffle shuts since six slammed slams so social some soon sought source sources speaks
    speculation spends spoke staff star start started starting starts startup startups statement stay
    stays step stepped stepping steps still stop struggling study succeed succeeded succeeding succeeds
    successor such sued sues summit take takes taking talent talks tap tapped taps team teams tech
    technical technology tells ten than that the their them then there these they this those thread three
    through thus to today together told top tops tour toward turmoil tweet tweets two under unit until up
    update upon urged urges us use used users venture very veteran via video wants war warned warns wars
    was watch we week weeks welcome welcomed welcomes well were what when where which while who why will
    wins with within without won work worker workers working works would wrote year years yes yesterday
    yet you your yours
    """
)

DEMONYMS = _set(
    """
    african american asian australian brazilian british california canadian chinese danish dutch eu
    european finnish french german indian irish israeli italian japanese korean norwegian russian scottish
    silicon singaporean spanish swedish swiss taiwanese u.k. u.s. uk us
    """
)

CALENDAR = _set(
    """
    apr april aug august autumn dec december feb february friday jan january jul july jun june mar march
    may monday nov november oct october q1 q2 q3 q4 saturday sep sept september spring summer sunday
    thursday tuesday wednesday winter
    """
)

PLACES = _set(
    """
    africa america amsterdam asia austin australia bangalore beijing bengaluru berlin boston brazil
    britain brussels canada chicago china denmark denver detroit dubai egypt england europe finland france
    francisco germany hawaii india indonesia iran iraq ireland israel italy japan kenya korea london
    malaysia mexico miami munich netherlands nigeria norway pakistan paris poland qatar russia scotland
    seattle seoul shanghai shenzhen singapore spain stockholm sweden switzerland taiwan texas thailand
    tokyo toronto turkey ukraine vegas vienna vietnam washington york zurich
    """
)

HONORIFICS = _set(
    """
    dame dr dr. lady lord mr mr. mrs mrs. ms ms. prof prof. professor sheikh sir
    """
)

PARTICLES = _set(
    """
    al ben bin da de del den der di dos du el ibn la le ter van von
    """
)

# The last word of a name that is an organisation's.
ORG_ENDS = _set(
    """
    academy aerospace agency ai airlines airways analytics association authority automotive bank bio
    biosciences biotech broadcasting bros brothers capital center centre chemical cloud club college
    commission committee communications companies company computing consortium consulting corp corp.
    corporation council department devices dynamics electric electronics energy engineering enterprises
    entertainment exchange fashion federation finance financial foods forum foundation fund games gaming
    genomics global group health healthcare holdings hospital hotels inc inc. industries initiative
    institute institution instruments insurance intelligence interactive international investments journal
    lab laboratories laboratory labs limited llc logistics ltd ltd. machines management manufacturing
    markets materials media medical medicine ministry mobility motor motors museum music network networks
    news office oil organization partners payments pharma pharmaceuticals pictures plc post press
    productions project publishing radio railway records research resources retail robotics school
    sciences scientific securities security semiconductor semiconductors services society software
    solutions space sports steel stores studio studios superintelligence systems task taskforce tech
    technologies technology telecom television therapeutics times trust union university ventures wireless
    works
    """
)

# Nouns after which "of", "for" or "on" goes on with the name.
ORG_HEADS = _set(
    """
    academy agency association bank board bureau center centre college commission committee council
    department division federation foundation fund institute ministry museum office school society
    university
    """
)

# What an organisation is called when it is not named; before a name they say that it is one.
COMPANY_NOUNS = _set(
    """
    agency airline app automaker bank brand brewer broadcaster business carmaker carrier chain charity
    chipmaker club company conglomerate consultancy corporation developer drugmaker exchange firm
    foundation fund giant group hospital institute institution insurer lab label laboratory lender maker
    manufacturer network newspaper nonprofit operator organisation organization outfit outlet platform
    provider publication publisher retailer school service shop site start-up startup store studio
    subsidiary team think-tank unicorn unit university venture website
    """
)

# Words that may stand between a subject and its verb.
LIGHT = _set(
    """
    'd 'll 're 've about abruptly again agreed agrees all allegedly already also announced announces
    announcing are be been being both briefly chose confirmed confirms considering continued continues
    could currently decided decides decision declined declines did didn't do does doesn't due each earlier
    effectively eventually expected famously finally first forced formally going had hadn't has hasn't
    have having herself himself hopes immediately in initially intended intends intention is isn't jointly
    just later likely may might never not now offered officially once only opted originally plan planned
    planning plans poised preparing previously publicly pushed quietly ready recent recently refused
    refuses rejected rejects reportedly revealed reveals scheduled set shall slated soon still
    subsequently suddenly supposed talks temporarily then to today together tonight turned ultimately
    unexpectedly voluntarily wants was wasn't were will won't would wouldn't yesterday
    """
)

PRONOUNS = _set(
    """
    he her him she they
    """
)

ZERO = _set(
    """
    & after and before but by following for or plus since then though upon when where while without
    """
)
