#include "language/figures.h"
#include "language/dates.h"
namespace parallax {
std::vector<Figure> findFigures(const QString &, const std::vector<Word> &, const std::vector<Sentence> &, const QString &){return {};}
std::vector<DateMention> findDates(const QString &, const std::vector<Word> &, const std::vector<Sentence> &, std::optional<QDate>, const QString &){return {};}
}
