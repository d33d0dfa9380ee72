"""The verbs and nouns that open a move in English, by class."""

from __future__ import annotations

import re

_WORDS = {
    "since": "(?:has|had|have) (?:been|served|worked|led|headed|run|chaired)"
    "(?= [^;.\ue000-\ue5ff]{0,60}?(?<= )since [\uf200-\uf7ff])",
    "stay": "(?:stay(?:s|ing)?|remain(?:s|ing)?)(?: on)?(?= (?:(?:at|with) (?:the )?(?:[\ue600-\uebff]|company|firm) )?"
    "(?:as|in) (?:an? |its |the )?(?:[a-z-]+ ){0,2}[\uec00-\uf1ff])",
    "die": "(?:has |had )?(?:died|passed away)|dies",
    "new": "(?:newly|freshly|just)[ -](?:appointed|named|announced|hired|promoted|installed|"
    "elected)|newly-(?:appointed|hired)|incoming|with(?= [\ue000-\ue5ff] as (?:its |the |a |"
    "our )?(?:new |interim )?[\uec00-\uf1ff])|new(?= [\uec00-\uf1ff],? [\ue000-\ue5ff])|"
    "the new(?= [\uec00-\uf1ff] (?:of|at|for) (?:the )?[\ue600-\uebff])",
    "refuse": "(?:declin(?:es?|ed)|turn(?:s|ed) down|reject(?:s|ed)|refus(?:es?|ed))(?= (?:the |"
    "an? )?(?:offers? (?:to (?:become|be|join)|from) )?(?:the )?[\ue600-\uf1ff])",
    "succeed": "(?:taken over|assumed|filled|inherited)(?= by\\b)|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|tak(?:es?|ing) over from|took over from|"
    "(?:hand(?:s|ed|ing)? (?:over )?the reins|hand(?:s|ed|ing)? over) to|fill(?:s|ed|"
    "ing)? in for",
    "join": "(?:re)?join(?:s|ed|ing)?|return(?:s|ed|ing)?(?: back)?(?: to| as)?|(?:com(?:es?|ing)|"
    "came|go(?:es|ing)?|went|is|are|be|was|were) back (?:at|to|as|in (?:his|her|their) (?:old )?(?:job|role|post) as)|"
    "(?:tak(?:es?|en|ing)|took|accept(?:s|ed)|land(?:s|ed)) (?:a|an|the) (?:new )?(?:job|role|position|post|top job)(?: (?:at|with)(?= )|(?= as\\b))|head(?:s|ed|ing) to|hop(?:s|ped|"
    "ping) to|jump(?:s|ed|ing)(?: ship)? to|mov(?:es?|ed|ing) to|started (?:at|with)|mov(?:es?|ed|"
    "ing) from(?= [\ue600-\uebff] to [\ue600-\uebff])|transferr?(?:s|ed|ing)? to|"
    "defect(?:s|ed|ing)? to|switch(?:es|ed|ing)? to|sign(?:s|ed|ing)? on",
    "leave": (
        "lea(?:ves?|ving)|left|depart(?:s|ed|ing)?|quit(?:s|ting)?|exit(?:s|ed|ing)?|resign(?:s|"
        "ed|ing)?|(?:tender|submit|hand)(?:s|ed|ing|ted)? (?:in )?(?:his|her|their) resignation|"
        "step(?:s|ped|ping)? (?:down|aside|back)|retir(?:es?|ed|ing)(?! (?:executive|ceo|"
        "general))|(?:is|are|was|were) out(?= (?:as|at)|[,.;]|\\Z)|part(?:s|ed|ing)? ways with|"
        "(?:is|are|has|have) (?:no longer (?:at|with)|moved on|stepped away)|"
        "bail(?:s|ed|ing)?(?: on)?|walk(?:s|ed|ing)? away from|no longer (?:work|serve)(?:s|"
        "ing)? (?:at|as|for)|reliquish(?:es|ed)?|relinquish(?:es|ed|ing)?|give(?:s)? up|gave up|"
        "mak(?:es?|ing) way for|mov(?:ed|es?|ing) on from|(?<=decided to )move on|(?<=decision to )move on"
    ),
    "dismiss": "fir(?:es?|ed|ing)|oust(?:s|ed|ing)?|laid off|let go|terminat(?:es?|ed|ing)|dismiss(?:es|"
    "ed|ing)?|sack(?:s|ed|ing)?|remov(?:es?|ed|ing)|push(?:es|ed|ing) out|forc(?:es|ed|"
    "ing) out|boot(?:s|ed)|axe[sd]?",
    "appoint": (
        "nam(?:es?|ed|ing)|appoint(?:s|ed|ing)?|hir(?:es?|ed|ing)|promot(?:es?|ed|ing)|tap(?:s|"
        "ped|ping)?|poach(?:es|ed|ing)?|elect(?:s|ed|ing)?|elevat(?:es?|ed|ing)|install(?:s|ed|"
        "ing)?|"
        "pick(?:s|ed|ing)?|select(?:s|ed|ing)?|recruit(?:s|ed|ing)?|welcom(?:es?|ed|ing)|"
        "br(?:ing|ings|ought|inging) (?:on|in|back)|adds|added|reinstat(?:es?|ed|ing)|"
        "put(?:s|ting)?(?= [\ue000-\ue5ff] in charge of)|designat(?:es?|ed)|lur(?:es?|ed)|snag(?:s|ged)|nab(?:s|bed)|rehir(?:es?|ed)"
    ),
    "become": (
        "becom(?:es?|ing)|became|t(?:akes?|ook|aking) over|tak(?:es?|ing) the (?:helm|reins|job|"
        "role)|took the (?:helm|reins|job|role)|serv(?:es?|ing) as|assum(?:es?|ed|ing)|step(?:s|"
        "ped|ping)? (?:in|up)(?: as| to)?|start(?:s|ed|ing)? as|step(?:s|ped|ping)? into|"
        "transition(?:s|ed|ing)? (?:in)?to|shift(?:s|ed|ing)? to|to (?:lead|head|run|chair|"
        "oversee)|be(?= (?:the |its |a )?(?:[a-z-]+ )?[\uec00-\uf1ff])|(?:be|is)(?= [\ue000-\ue5ff])|(?:is|are) now|(?:is|are|"
        "was)(?= [\ue600-\uebff]'s? [\uec00-\uf1ff])|(?:is|are|was)(?= (?:the new |our new |its new |[\ue600-\uebff]'s? new )[\uec00-\uf1ff])|"
        "now(?= (?:the )?(?:[\ue600-\uebff](?:'s?)? )?(?:new |first )?[\uec00-\uf1ff])|now leads|"
        "now heads|(?:will|would) (?:now )?(?:lead|head|run|chair|oversee|be in charge of)"
    ),
    "found": "(?:co-?)?found(?:s|ed|ing)|plan(?:s|ned|ning)?(?= (?:a|an|his own|her own|"
    "their own) (?:[a-z-]+ ){0,3}(?:startup|start-up|company|venture))|(?:to )(?:co-?)?found|"
    "start(?:s|ed|ing)?|launch(?:es|ed|ing)?|set(?:s|ting)? up|creat(?:es?|ed|ing)|form(?:s|"
    "ed|ing)|buil(?:ds?|t|ding)",
    "noun": "departures?|exits?|resignations?|retirement|dismissal|firing|ousting|ouster|sacking|"
    "removal|retirements|appointment|hiring|reinstatement|promotion|return|moves?|arrival|announcement",
}
TRIGGER = re.compile(
    "|".join(rf"(?P<{name}>(?<![\w'-])(?:{words})(?![\w-]))" for name, words in _WORDS.items())
)
OWNED = re.compile(r"(?:[\ue000-\ue5ff]'s?|\bhis|\bher|\btheir) (?:[a-z-]+ ){0,2}\Z")
NOUNS = re.compile(rf"(?:{_WORDS['noun']})(?: to)?\Z")
