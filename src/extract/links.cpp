// A link is seen where a pronoun is masked, and where a statement takes an end from the discourse.
#include "extract/links.h"

#include "extract/claims.h"
#include "extract/extractor.h"

namespace entente {

namespace extract {

namespace {

Link to_link(const Reading& reading, const Sentence& sentence, const Ref& ref) {
    const Found& named = reading.mentions[ref.mention];
    Link link;
    link.field = sentence.field;
    link.span = reading.fields[static_cast<std::size_t>(sentence.field)].original(ref.place);
    const std::string& bytes =
        sentence.field == Field::title ? reading.document.title : reading.document.text;
    link.text = bytes.substr(link.span.begin, link.span.end - link.span.begin);
    link.kind = ref.link;
    link.entity = named.entity;
    link.name = reading.surface(named);
    return link;
}

// Watches for links alone.
class LinkFinder : public Trace {
  public:
    void begin(const Reading& reading) override { reading_ = &reading; }
    void see(const Sentence& sentence, const Masked& masked) override {
        links_.add(*reading_, sentence, masked);
    }
    void contracted(const Sentence&, const rules::Phrase&, Span, const Item&) override {}
    void office_open(const Sentence&, const rules::Phrase&, const Ref&, Span) override {}
    void tried(const Sentence&, const Masked&, const FrameMatch&) override {}
    void settled(const Statement& s, Fate fate) override {
        if (fate != Fate::evidence) return;
        links_.add(*reading_, *s.sentence, s.from);
        links_.add(*reading_, *s.sentence, s.to);
    }
    void end() override {}

    std::vector<Link> list() const { return links_.list(); }

  private:
    const Reading* reading_ = nullptr;
    LinkList links_;
};

}  // namespace

void LinkList::add(const Reading& reading, const Sentence& sentence, const Ref& ref) {
    if (!ref.link) return;
    Link link = to_link(reading, sentence, ref);
    const auto key = std::make_tuple(link.field, link.span, link.kind, link.entity);
    links_.emplace(key, std::move(link));
}

void LinkList::add(const Reading& reading, const Sentence& sentence, const Masked& masked) {
    for (std::size_t at = 0; at < masked.text().size(); ++at)
        if (const Item* item = masked.at(at))
            for (const Ref& ref : item->members) add(reading, sentence, ref);
}

std::vector<Link> LinkList::list() const {
    std::vector<Link> out;
    for (const auto& [key, link] : links_) out.push_back(link);
    return out;
}

}  // namespace extract

std::vector<Link> find_links(const Extractor& extractor, const Document& document) {
    extract::LinkFinder finder;
    extract::read(extractor.pack().compiled(), document, nullptr, nullptr, &finder);
    return finder.list();
}

}  // namespace entente
