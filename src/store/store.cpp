// Opening a store and writing to it.
#include "entente/store.h"

#include <tuple>
#include <utility>

#include "store/impl.h"
#include "store/schema.h"

namespace entente {

Store::Impl::~Impl() {
    if (!writer) return;
    writer.reset();
    // An open batch that nobody flushed is dropped. Then the file stands alone again, so that it
    // can be copied, or read where nothing may be written; a reader may stand in the way of that.
    try {
        if (database.in_transaction()) database.execute("ROLLBACK");
        database.set_concurrent(false);
    } catch (const Error&) {
    }
}

Writer& Store::Impl::writing() {
    if (!writer) throw Error("this store is open for reading only");
    return *writer;
}

Store::Store(const std::filesystem::path& path, Mode mode)
    : impl_(std::make_unique<Impl>(
          open_store(path, mode == Mode::write ? Database::Access::write : Database::Access::read),
          mode)) {}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

namespace {

Store::Added decide(const Writer::Standing& old, const Document& document,
                    const std::string& content, const std::string& pack, bool replace) {
    if (old.row == 0) return Store::Added::added;
    if (replace) return Store::Added::replaced;
    if (old.content == content)
        return old.pack == pack ? Store::Added::unchanged : Store::Added::replaced;
    return std::tie(document.date, content) > std::tie(old.date, old.content)
               ? Store::Added::replaced
               : Store::Added::kept_other;
}

}  // namespace

Store::Added Store::add(const Document& document, const Extraction& extraction, bool replace) {
    Writer& writer = impl_->writing();
    std::string content = content_hash(document);
    Transaction transaction(impl_->database);
    Writer::Standing old = writer.standing(document.id);
    Added result = decide(old, document, content, extraction.pack, replace);
    if (result == Added::replaced) writer.remove(old.row);
    if (result == Added::added || result == Added::replaced)
        writer.insert(document, content, extraction);
    transaction.commit();
    return result;
}

void Store::add(const Failure& failure) {
    impl_->writing();
    Statement(impl_->database, "INSERT OR IGNORE INTO failures VALUES (?1, ?2)")
        .run(failure.place, failure.message);
}

void Store::set_ontology(const Ontology& ontology) {
    impl_->writing();
    write_ontology(impl_->database, ontology);
}

void Store::begin_batch() {
    impl_->writing();
    if (!impl_->database.in_transaction()) impl_->database.execute("BEGIN IMMEDIATE");
}

void Store::flush() {
    if (impl_->database.in_transaction()) impl_->database.execute("COMMIT");
}

Ontology Store::ontology() const { return read_ontology(impl_->database); }

}  // namespace entente
