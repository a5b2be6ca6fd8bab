"""What the models of the review criteria look at (learn_criteria.py): the features of each criterion, and their values in a record of the program."""
import json
import math
import re
import subprocess
import sys

KEYS = {  # key in the labels -> criterion
    "cost": "cost", "benefits": "benefits", "harms": "harms", "evidence_quality": "evidence", "no_disease_mongering": "disease-mongering",
    "funding_coi": "independence", "alternatives": "alternatives", "availability": "availability", "novelty": "novelty", "no_sensational_language": "language"}
FEATURES = {
    "cost": ["words:cost*|price*|expens*|afford*|insur*|cheap*|inexpensive|fee|fees", "words:$ #|# dollars", "label:cost.mention",
             "words:insur*|reimburs*|medicare|medicaid|copay*"],
    "benefits": ["words:# %|# percent|# per cent", "words:compared|versus|vs|placebo", "label:evidence.relative", "label:evidence.quantity kind=count",
                 "label:evidence.quantity", "words:percent|average|mean|median|rate|rates", "words:# point*|# months|# days|# weeks|# years|# pounds|# kg|# mm*",
                 "words:# patients|# participants|# people|# women|# men|# adults|# children|# subjects|# volunteers",
                 "words:percent of|% of|of patients|of those|of participants|# of", "words:fold|times more|times less|twice|half",
                 "words:from # to|# # %|# versus|# % in|# percent in|versus #|vs #", "words:p #|ci|confidence interval|hazard ratio"],
    "harms": ["words:side effect*|adverse|complication*|toxicit*|toxic|tolerat*|harm*|nausea|vomit*|bleed*|diarrh*|rash|fatigue",
              "words:side effect*|adverse event*|adverse effect*|adverse reaction*", "words:safe*", "words:serious|severe|mild|moderate",
              "words:common|most common|discontinu*|death*", "label:harm.mention",
              "words:no side effects|no serious|no adverse|well tolerated|no complications|no significant side|without side",
              "words:withdr*|discontinu*|drop* out|dropout*|stopped taking", "words:unnecessary|overdiagnos*|false positive*|overtreat*|unneeded|radiation exposure",
              "words:infection*|pain|headache*|dizziness|vomit*|fever|swelling|pneumonia|reaction*|redness|irritation|bleeding",
              "words:risk of|risks|risky|concern*|caution*|warn*|drawback*|downside*|overdose|addict*",
              "words:most common side|most common adverse|common side|common adverse|serious side|serious adverse|adverse events|side effects include*|side effects of",
              "words:nausea|vomit*|diarrh*|rash|fatigue|headache*|fever|dizziness|infection*|constipation|bleed*|insomnia|anemia|neutropenia|swelling|itch*",
              "words:side effects|adverse events|adverse reactions|complications", "words:tolera*|safe and|safety profile|safety and",
              "words:grade #|# patients experienced|patients experienced|occurred in", "words:did not experience|no patients|none of"],
    "evidence": ["words:randomi*|placebo|double blind|controlled trial|control group",
                 "words:# patients|# participants|# people|# women|# men|# adults|# children|# subjects|# volunteers",
                 "words:more research|further research|further stud*|larger|needed", "words:follow*|year|years|months", "words:limitation*|caution*|preliminary|observational",
                 "words:breakthrough*|revolution*|novel|promising|exciting", "label:evidence.limitation", "label:evidence.design",
                 "words:# point*|# months|# days|# weeks|# years|# pounds|# kg|# mm*", "label:evidence.quantity", "words:compared|versus|vs|placebo",
                 "words:cannot|does not prove|cause and effect|limit*|self report*|small|caution*|not designed|confound*", "label:evidence.design level=randomised"],
    "disease-mongering": ["words:million*|billion*", "words:epidemic|deadly|devastat*|debilitat*|suffer*|killer|fatal|leading cause|crisis",
                          "words:death*|die|dies|mortal*", "words:common|affect*|symptom*|disorder|syndrome", "label:severity.inflation",
                          "words:# in #|one in|in # people|# percent of|affect*|prevalen*|common|epidemic|million*|every year|each year",
                          "words:screen*|early detection|earlier|blood test|biomarker*|predict*|undiagnosed|detect*",
                          "words:overweight|weight|menopaus*|flashes|sleep|aging|memory|mood|wrinkl*|hair|dry|cognitive|anxiety|stress|fatigue|muscle",
                          "words:healthy|wellness|lifestyle|diet*|food*|supplement*|nutrition*|well being", "words:boost*|fight*|battl*|beat*|combat*|reverse*|threat*",
                          "words:chemotherapy|tumor*|tumour*|leukemia|surgery|infection*|transplant*|survival|stroke|hospital*",
                          "words:serious|severe|mild|moderate", "words:associat*|risk|participant*|adjust*", "label:hype.superlative",
                          "words:women|menopaus*|postmenopaus*|pregnan*|aging|elderly"],
    "independence": ["words:fund*|grant*|support* by|sponsor*", "words:national institute*|nih|foundation|national cancer|department of|council",
                     "words:grant|grants|award", "label:source.interest kind=funding",
                     "words:fund* by|support* by|sponsor* by|grant* from|funding from|support from|financ* by",
                     "words:center*|only|hospital*|clinic|clinics|website|online|app|tool|program", "label:regulatory.status", "label:alternative.mention",
                     "words:standard|existing|current*|alternative*|conventional|traditional*|usual", "words:therapy|therapies|treatment*",
                     "words:# %|# percent|# per cent",
                     "words:surgery|chemotherapy|radiation|radiotherapy|medication*|antibiotic*|steroid*|statin*|antidepressant*|opioid*|therapies|physical therapy|pills",
                     "words:inc|corp|corporation|ltd|llc|plc|gmbh|nasdaq|nyse"],
    "alternatives": ["words:compar*|versus|vs|than", "words:standard|existing|current*|alternative*|conventional|traditional*|usual",
                     "words:other treat*|other therap*|other drug*|other method*|option*|instead|rather", "label:alternative.mention",
                     "words:compared with|compared to|versus|vs|better than|more effective than|as effective as|superior to|head to head",
                     "words:standard of care|standard treat*|standard therap*|conventional|usual care|current treat*|current therap*|current method*|currently used|existing treat*|existing therap*|existing method*|traditional",
                     "words:no cure|no treatment*|no effective|no approved|only treatment*|few treatment*|only option*|limited treatment*|limited option*",
                     "words:surgery|chemotherapy|radiation|radiotherapy|medication*|antibiotic*|steroid*|statin*|antidepressant*|opioid*|therapies|physical therapy|pills",
                     "words:currently|today|typically|usually|commonly|traditionally|most often|often used|often treated|often prescribed",
                     "words:biopsy|biopsies|mri|ct|ultrasound|mammogra*|x ray|x rays|colonoscop*|endoscop*",
                     "words:better|more effective|superior|faster|cheaper|safer|easier", "words:first line|frontline|second line"],
    "availability": ["words:fda|approv*|food and drug|licens*", "words:available|availab*|market*|commercial*|widely|access*",
                     "words:prescri*|generic|device|over the counter", "label:regulatory.status", "words:diet*|food*|exercise|eat*|supplement*|vitamin*",
                     "words:not yet|years away|investigational|experimental|if approved|under investigation|still needed|further trial*|larger trial*|next step*|future|before it",
                     "words:widely|commonly|routine*|frequently used|already|readily|over the counter|generic|prescrib*|prescription*|brand|marketed|sold|used to treat|pharmac*",
                     "words:phase|under way|underway|enroll*|recruit*|ongoing|clinical trials",
                     "words:fda approv*|approved by|approved for|approval|cleared|licens*|authori*|indicated|label",
                     "words:center*|only|hospital*|clinic|clinics|website|online|app|tool|program",
                     "words:drink*|coffee|tea|nut|nuts|fruit*|vegetable*|milk|fish|exercise|walking|diet*|aspirin|vitamin*|statin*",
                     "words:mice|mouse|rats|animal*|cells|prototype|discover*|potential target*", "words:risk factor*|risk|prevent*|reduce*",
                     "words:confirm*|build*|consistent|similar"],
    "novelty": ["words:first|novel|new", "words:previous*|prior|earlier|past|before", "words:confirm*|build*|consistent|similar",
                "words:unlike|whereas|existing|standard|traditional*", "label:alternative.mention", "label:hype.superlative",
                "words:previous stud*|previous research|prior stud*|prior research|earlier stud*|earlier research|past research|other studies|previous work|studies have|research has shown|recent studies",
                "words:build* on|confirm*|add* to|consistent with|extend*|support* the|in line with|replicat*",
                "words:first study|first time|first to|the first|never before|never been|new approach|novel",
                "words:unknown|unclear|little is known|until now|few studies|not known|gap|remain*|lack of|poorly understood|debate*|controvers*",
                "words:longest|largest|larger|long term|decade*", "words:common|affect*|symptom*|disorder|syndrome", "label:evidence.design level=review"],
    "language": ["words:breakthrough*|revolution*|groundbreak*|game chang*|cure*|miracle|dramatic*|remarkabl*|exciting|excited|unprecedented|landmark|striking*",
                 "words:promis*|hope*|potential*", "words:significant*|major|powerful|important*|huge|superior|best", "words:can|will|prove*|shows|effective*",
                 "words:associat*|risk|participant*|adjust*", "label:hype.superlative", "label:hype.certainty", "label:hype.hope", "label:hype.extrapolation",
                 "words:compared|versus|vs|placebo", "label:evidence.design level=cohort", "label:claim.effect strength=causal",
                 "label:claim.effect strength=correlational", "words:mice|mouse|rats|animal*|cells", "words:may|might|could|suggest*|appear*"],
}
SCORED = {"title", "deck", "heading", "body", "list", "quote", "caption"}
WORD = re.compile(r"[^\W_]+|[$€£%]")


def annotate(binary, rows):
    """The program's record of each row: where it saw several articles, the longest."""
    lines = "".join(json.dumps({k: r[k] for k in ("id", "text", "title") if r.get(k)}) + "\n" for r in rows)
    done = subprocess.run([binary, "annotate", "-", "--jobs", "1"], input=lines.encode(), capture_output=True)
    if done.returncode not in (0, 3):
        sys.exit(done.stderr.decode(errors="replace"))
    longest = {}
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        if len(record.get("text", "")) >= len(longest.get(record["input"], {}).get("text", "")):
            longest[record["input"]] = record
    return [longest[r["id"]] for r in rows]


def folded_words(record):
    out = []
    for zone, begin, end in record["zones"]:
        if zone in SCORED:
            out += ["#" if w[0].isdigit() else w for w in (m.group().lower() for m in WORD.finditer(record["text"], begin, end))] + [""]
    return out


def count_words(words, group):
    alternatives = [a.split(" ") for a in group.split("|")]
    starts = {}
    for a in alternatives:
        starts.setdefault(a[0].rstrip("*")[:2], []).append(a)
    fits = lambda p, w: w.startswith(p[:-1]) if p.endswith("*") else w == p
    return sum(any(len(a) <= len(words) - i and all(fits(p, w) for p, w in zip(a, words[i:])) for a in starts.get(word[:2], ())) for i, word in enumerate(words))


def count_label(record, spec):
    name, *pairs = spec.split(" ")
    pairs = [p.split("=") for p in pairs]
    return sum(a["label"] == name and a["zone"] in SCORED and "ignored" not in a["attributes"] and all(a["attributes"].get(k) == v for k, v in pairs)
               for a in record["annotations"])


def value(record, words, feature):
    kind, spec = feature.split(":", 1)
    count = count_words(words, spec) if kind == "words" else count_label(record, spec)
    return math.log1p(min(1000 * count / max(150, sum(map(bool, words))), 20))
