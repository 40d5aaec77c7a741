// Random documents must not break the reader: spans stay inside the document, nothing crashes.
// With -DENTENTE_LIBFUZZER and clang's -fsanitize=fuzzer this is a target of libFuzzer; built
// plainly it mutates a few texts for as many seconds as its second argument says, always alike.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "entente/extractor.h"
#include "text/utf8.h"

namespace {

using entente::Document;
using entente::Extraction;
using entente::Field;
using entente::Span;

void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "extract_fuzz: %s\n", what);
    std::abort();
}

// Between two characters, or among bytes that are none.
bool is_border(const std::string& bytes, std::size_t at) {
    for (std::size_t back = 1; back <= 3 && back <= at && at < bytes.size(); ++back) {
        const entente::text::Char c = entente::text::decode(bytes, at - back);
        if (c.valid && c.size > back) return false;
    }
    return true;
}

void check(const Document& d, const Extraction& found) {
    const auto inside = [&](Field field, Span s) {
        const std::string& bytes = field == Field::title ? d.title : d.text;
        return s.begin <= s.end && s.end <= bytes.size() && is_border(bytes, s.begin) &&
               is_border(bytes, s.end);
    };
    for (const entente::Mention& m : found.mentions) {
        demand(inside(m.field, m.span) && m.span.begin < m.span.end, "a mention is outside");
        const std::string& bytes = m.field == Field::title ? d.title : d.text;
        demand(bytes.compare(m.span.begin, m.span.end - m.span.begin, m.text) == 0,
               "a mention is another text");
    }
    for (const entente::Claim& c : found.claims) {
        demand(!c.evidence.empty() && c.from != c.to, "a claim has no evidence or one end");
        for (const entente::Evidence& e : c.evidence)
            demand(inside(e.field, e.sentence) && inside(e.field, e.trigger) &&
                       inside(e.field, e.from.span) && inside(e.field, e.to.span),
                   "evidence is outside");
    }
}

const entente::Extractor& extractor(const char* folder) {
    static const entente::Extractor shared(entente::RulePack::load(folder));
    return shared;
}

// The first byte chooses the language, the first line is the title.
void run(const char* folder, std::string bytes) {
    Document d;
    d.id = "fuzz";
    d.date = "2026-01-15";
    const char* const languages[] = {"ko", "en", ""};
    d.lang = bytes.empty() ? "" : languages[static_cast<unsigned char>(bytes[0]) % 3];
    const std::size_t line = bytes.find('\n');
    d.title = bytes.substr(0, line);
    if (line != std::string::npos) d.text = bytes.substr(line + 1);
    check(d, extractor(folder).extract(d));
}

}  // namespace

#ifdef ENTENTE_LIBFUZZER

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    run(ENTENTE_TEST_WORLD, std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}

#else

namespace {

const std::vector<std::string> seeds = {
    "아르덴, 투자\n아르덴, 벨름과 오르스크 등 3국은 소금길드에 300만 크라운을 투자하기로 했다. 이 "
    "길드는 깃펜회에 투자했다.\n미라 보스 아르덴 재상은 \"벨름이 잿빛왜가리호를 나포했다\"고 "
    "말했다.",
    "Arden funds Velm\nArden, Velm and Orsk, sworn to the Salt Charter, funded the Brine Guild "
    "(BRG) with 3 million crowns on Monday. The guild was captured by Tam Orrin, Chancellor.",
};

// Pieces that have broken readers before.
const std::vector<std::string> pieces = {
    "\x01",   "\x02\u0301", "\u0301",   "\"",      "(",     ")",          "\n",
    "\u200B", "\xFF",       "\xEA\xB0", "\uE000",  "･",     "99999",      "일",
    "월",     "년 전",      "은 ",      "이 ",     "에 ",   "투자한 ",    " by ",
    "'s ",    " captured ", "HX-7.",    "아르덴",  "그 배", "두 왕국이 ", "Voss",
    "Ash",    "é—",         "ñañ ",     "\u00A0–", "％",    "０",         ". ",
};

std::string mutated(std::mt19937& random) {
    std::string text = seeds[random() % seeds.size()];
    for (std::size_t i = 0, edits = 1 + random() % 12; i < edits; ++i) {
        const std::size_t at = random() % (text.size() + 1);
        switch (random() % 4) {
            case 0:
                text.insert(at, pieces[random() % pieces.size()]);
                break;
            case 1:
                text.erase(at, random() % 12);
                break;
            case 2:
                text.insert(at, text.substr(random() % (text.size() + 1), random() % 60));
                break;
            default:
                if (at < text.size()) text[at] = static_cast<char>(random());
        }
    }
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: extract_fuzz RULES SECONDS\n", stderr);
        return 2;
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(argv[2]));
    std::mt19937 random(20260115);
    std::size_t count = 0;
    for (; std::chrono::steady_clock::now() < end; ++count) run(argv[1], mutated(random));
    std::printf("%zu documents read\n", count);
    return 0;
}

#endif
