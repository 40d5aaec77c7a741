// Claims under a filter, with their evidence and the sentence that shows them.
#include <algorithm>
#include <tuple>
#include <utility>

#include "store/field.h"
#include "store/impl.h"

namespace entente {

namespace {

constexpr const char* columns =
    "SELECT c.document, c.claim, c.id, c.type, c.\"from\", c.\"to\", c.status, c.amount, "
    "c.currency, c.date, c.source, c.role, c.item, c.stake, c.rate, c.rule, d.id, d.read_date, "
    "d.publisher, d.url, d.title FROM claims c JOIN documents d USING (document)";

// The conditions of a filter that SQL decides, and the texts bound to its question marks.
struct Conditions {
    std::string sql;
    std::vector<std::string_view> values;

    void add(std::string_view condition) {
        (sql += sql.empty() ? " WHERE " : " AND ") += condition;
    }
    void add_one_of(std::string_view column, const std::vector<std::string>& allowed) {
        if (allowed.empty()) return;
        add(column);
        for (std::size_t i = 0; i < allowed.size(); ++i) sql += i == 0 ? " IN (?" : ", ?";
        sql += ")";
        values.insert(values.end(), allowed.begin(), allowed.end());
    }
};

Conditions conditions(const Filter& filter, std::string_view around) {
    Conditions all;
    all.add_one_of("c.type", filter.relations);
    all.add_one_of("c.status", filter.statuses);
    if (!around.empty()) {
        // The entity leads to its documents: an index over either end would cost every document.
        all.add("c.document IN (SELECT document FROM entities WHERE entity = ?)");
        all.add("? IN (c.\"from\", c.\"to\")");
        all.values.insert(all.values.end(), 2, around);
    }
    return all;
}

// Dates compare as far as both are known; a claim without any is neither before nor after.
bool within(std::string_view date, const Filter& filter) {
    if (date.empty()) return filter.since.empty() && filter.until.empty();
    auto compare = [&](std::string_view bound) {
        return date.substr(0, bound.size()).compare(bound.substr(0, date.size()));
    };
    return compare(filter.since) >= 0 && compare(filter.until) <= 0;
}

StoredClaim read_claim(const Statement& row) {
    StoredClaim stored;
    Claim& c = stored.claim;
    c.id = row.text(2);
    c.type = row.text(3);
    c.from = row.text(4);
    c.to = row.text(5);
    c.status = row.text(6);
    if (!row.is_null(7)) c.amount = Amount{row.real(7), row.text(8)};
    c.date = row.text(9);
    c.source = row.text(10);
    c.role = row.text(11);
    c.item = row.text(12);
    c.stake = row.text(13);
    c.rate = row.text(14);
    c.rule = row.text(15);
    stored.document = row.text(16);
    stored.document_date = row.text(17);
    stored.publisher = row.text(18);
    stored.url = row.text(19);
    stored.title = row.text(20);
    return stored;
}

EvidenceEnd read_end(const Statement& row, int at) {
    EvidenceEnd end;
    end.span = {row.size(at), row.size(at + 1)};
    if (!row.is_null(at + 2)) {
        end.antecedent_field = field_of(row.view(at + 2));
        end.antecedent = {row.size(at + 3), row.size(at + 4)};
    }
    end.link = row.text(at + 5);
    return end;
}

class EvidenceReader {
  public:
    explicit EvidenceReader(const Database& database)
        : evidence_(database,
                    "SELECT field, begin, end, from_begin, from_end, from_antecedent_field, "
                    "from_antecedent_begin, from_antecedent_end, from_link, to_begin, to_end, "
                    "to_antecedent_field, to_antecedent_begin, to_antecedent_end, to_link, "
                    "trigger_begin, trigger_end, rule FROM evidence JOIN sentences "
                    "USING (document, sentence) WHERE document = ?1 AND claim = ?2 ORDER BY place"),
          text_(database, "SELECT text FROM texts WHERE document = ?1") {}

    void fill(StoredClaim& stored, std::int64_t document, std::int64_t claim) {
        evidence_.query(document, claim);
        while (evidence_.step()) {
            Evidence& e = stored.claim.evidence.emplace_back();
            e.field = field_of(evidence_.view(0));
            e.sentence = {evidence_.size(1), evidence_.size(2)};
            e.from = read_end(evidence_, 3);
            e.to = read_end(evidence_, 9);
            e.trigger = {evidence_.size(15), evidence_.size(16)};
            e.rule = evidence_.text(17);
        }
        if (stored.claim.evidence.empty()) return;
        const Evidence& first = stored.claim.evidence.front();
        std::string_view field = first.field == Field::title ? stored.title : text(document);
        if (first.sentence.begin <= first.sentence.end && first.sentence.end <= field.size())
            stored.sentence =
                field.substr(first.sentence.begin, first.sentence.end - first.sentence.begin);
    }

  private:
    // Claims come document by document: the last text is the one wanted again.
    std::string_view text(std::int64_t document) {
        if (document != held_) {
            text_.query(document);
            text_of_held_ = text_.step() ? text_.text(0) : std::string();
            held_ = document;
        }
        return text_of_held_;
    }

    Statement evidence_;
    Statement text_;
    std::int64_t held_ = 0;
    std::string text_of_held_;
};

}  // namespace

std::vector<StoredClaim> Store::claims(const Filter& filter, std::string_view around) const {
    Conditions wanted = conditions(filter, around);
    Statement rows(impl_->database, columns + wanted.sql + " ORDER BY c.document, c.claim");
    for (std::size_t i = 0; i < wanted.values.size(); ++i)
        rows.bind(static_cast<int>(i) + 1, wanted.values[i]);
    EvidenceReader evidence(impl_->database);
    std::vector<StoredClaim> found;
    while (rows.step()) {
        StoredClaim claim = read_claim(rows);
        if (!within(claim.when(), filter)) continue;
        evidence.fill(claim, rows.integer(0), rows.integer(1));
        found.push_back(std::move(claim));
    }
    std::sort(found.begin(), found.end(), [](const StoredClaim& a, const StoredClaim& b) {
        return std::tie(a.claim.type, a.claim.from, a.claim.to, a.document) <
               std::tie(b.claim.type, b.claim.from, b.claim.to, b.document);
    });
    return found;
}

}  // namespace entente
