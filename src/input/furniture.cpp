// General marks of furniture, for pages in Korean and English; no paper's name stands here.
#include "input/furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "input/bytes.h"
#include "input/day.h"
#include "text/regex.h"
#include "text/utf8.h"

namespace entente::input {

namespace {

constexpr std::size_t menu_columns = 24;    // an item of a menu is no wider
constexpr std::size_t byline_columns = 80;  // nor a line of names
constexpr std::size_t date_columns = 100;
constexpr std::size_t beside_a_date = 40;  // columns of a date line that say something else

std::vector<std::string_view> split(std::string_view line,
                                    const std::vector<std::string_view>& at) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line.size();) {
        const auto hit = std::find_if(at.begin(), at.end(), [&](std::string_view separator) {
            return line.substr(i).starts_with(separator);
        });
        if (hit == at.end()) {
            ++i;
            continue;
        }
        parts.push_back(trimmed(line.substr(begin, i - begin)));
        i += hit->size();
        begin = i;
    }
    parts.push_back(trimmed(line.substr(begin)));
    return parts;
}

bool all_narrow(const std::vector<std::string_view>& parts) {
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        return !part.empty() && columns(part) <= menu_columns;
    });
}

bool is_share_bar(std::string_view line) {
    static const text::Regex item(
        R"(^(?:share(?: \w+){0,3}|공유(?:하기)?|기사 ?공유|이 기사를 공유하세요\.?|facebook|페이스북|)"
        R"(twitter|트위터|x|linkedin|whatsapp|telegram|카카오(?:톡|스토리)?|네이버 ?\S*|밴드|)"
        R"(e-?mail|이메일(?: 보내기)?|(?:copy )?(?:link|url)|url ?복사|링크 ?복사|주소 ?복사|)"
        R"(print(?: this)?|프린트|인쇄(?:하기)?|scrap|스크랩|save|저장|bookmark|북마크|글자 ?크기.*|)"
        R"(글씨 ?크기.*|폰트.*|가|댓글 ?\d*|comments?|좋아요 ?\d*|listen|기사 ?듣기|음성으로 듣기)$)",
        true);
    auto all_items = [](const std::vector<std::string_view>& parts) {
        std::size_t items = 0;
        for (std::string_view part : parts) {
            if (part.empty()) continue;
            if (!item.search(part)) return false;
            ++items;
        }
        return items > 0;
    };
    return all_items(split(line, {"|", "·", "•", "/", "\t", "  "})) ||
           all_items(split(line, {" "}));
}

bool is_byline(std::string_view line) {
    if (columns(line) > byline_columns) return false;
    static const text::Regex korean(
        R"(^(?:\S{1,12}[ =]\s*){0,3}\p{Hangul}{2,4}\s?(?:선임|수석|인턴|객원)?)"
        R"((?:기자|특파원|논설위원|편집위원|통신원)(?:\s*[\w.+-]+@[\w.-]+)?$)");
    static const text::Regex english(
        R"(^[Bb][Yy] (?:[A-Z][\w.'’-]+|and|AND|de|van|von|[,&|]|\s)+$)");
    static const text::Regex address(R"(^\S*[\w.+-]+@[\w-]+\.[\w.-]+$)");
    return korean.search(line) || english.search(line) || address.search(line);
}

std::string_view without_bullet(std::string_view line) {
    for (std::string_view bullet : {"•", "‣", "◦", "▪", "* ", "- "})
        if (line.starts_with(bullet)) return trimmed(line.substr(bullet.size()));
    return line;
}

// The line without its days, hours and the words that stand beside them.
std::string beside_days(std::string_view line) {
    static const text::Regex more(
        R"(\d{1,2}:\d\d(?::\d\d)?|\d{1,2}시\s?(?:\d{1,2}분)?|오전|오후|기사 ?입력|최초 ?입력|입력|)"
        R"(최종 ?수정|수정|승인|등록|업데이트|발행|게재|작성|일시|[월화수목금토일]요일|\([월화수목금토일]\)|)"
        R"(\b(?:published|updated|posted|modified|last|on|at|date|[ap]\.?m\.?|kst|est|edt|et|gmt|utc|)"
        R"((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b|\d\dT\d\d|[\s.,:|/·~()-])",
        true);
    std::string rest(line);
    for (FoundDay day = find_day(rest); !day.iso.empty(); day = find_day(rest))
        rest.replace(day.begin, day.end - day.begin, " ");
    text::Groups groups;
    while (more.search(rest, 0, rest.size(), &groups))
        rest.erase(groups[0].begin, groups[0].end - groups[0].begin);
    return rest;
}

}  // namespace

bool is_menu(std::string_view line) {
    static const text::Regex home(
        R"(^(?:home|홈|menu|메뉴|전체메뉴|log ?in|sign ?in|로그인|회원가입|subscribe|구독|search|검색|)"
        R"(skip to (?:main )?content|본문 ?바로가기|advertisement|ad|광고)$)",
        true);
    if (home.search(line)) return true;
    const auto steps = split(line, {" > ", "  >  ", ">", "›", "»"});
    if (steps.size() > 1 && all_narrow(steps))
        return steps.size() > 2 || line.find('<') == line.npos;
    const auto items = split(line, {"|", "•", "ㅣ"});
    return items.size() > 2 && all_narrow(items);
}

std::size_t columns(std::string_view line) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size();) {
        const text::Char c = text::decode(line, at);
        count += c.code >= 0x1100 && (c.code <= 0x115F || c.code >= 0x2E80) ? 2 : 1;
        at += c.size;
    }
    return count;
}

bool is_date_line(std::string_view line) {
    return columns(line) <= date_columns && !find_day(line).iso.empty() &&
           columns(beside_days(line)) <= beside_a_date;
}

bool is_furniture(std::string_view line) {
    const std::string_view bare = without_bullet(line);
    if (bare.size() != line.size() && columns(bare) <= menu_columns) return true;
    if (is_menu(line) || is_share_bar(line) || is_byline(bare)) return true;
    return is_date_line(line) && beside_days(bare).empty();
}

}  // namespace entente::input
