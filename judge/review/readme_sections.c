/*
 * Theory of operation: a section is a heading by the words of which one knows what it is about, and
 * it counts when something of its own stands below it that is neither a blank of a template nor
 * "TODO". Pure but for the patterns.
 */
#include "judge/review/readme_sections.h"

#include "judge/review/readme_internal.h"

/* By what the heading of a section is known. */
static const char *const heading_words[README_SECTIONS] = {
    "(?i)\\b(about|overview|introduction|intro|purpose|description|summary|motivation|background|"
    "features?)\\b|^what\\b(?!.*\\b(next|more|missing|would|left)\\b)",
    "(?i)\\b(set[- ]?up|setting up|install(ation|ing)?|get(ting)? started|quick[- ]?start|"
    "pre-?requisites?|requirements?|build(ing)?|dependencies|compil(e|ing))\\b",
    "(?i)\\b(run(ning)?|start(ing|ed)?|launch(ing)?|usage|use|using|quick[- ]?start|serv(e|ing)|"
    "deploy(ing|ment)?)\\b",
    "(?i)\\btest(s|ing)?\\b",
    "(?i)\\b(apis?|endpoints?|routes?|rest|http interface|requests?|curl)\\b",
    "(?i)\\b(config(uration|ure|uring)?|environment|env|settings?|variables?|options)\\b",
    "(?i)\\b(design|decisions?|trade-?offs?|architecture|rationale|approach|internals|structure|"
    "implementation|how (it|this) (works?|is (built|made)))\\b|^why\\b",
    "(?i)(?<!rate )(?<!rate-)\\b(limits?|limitations?|caveats?|known (issues|problems)|drawbacks?|"
    "weakness(es)?|out of scope|not (done|supported|implemented)|missing|assumptions?|"
    "shortcomings?)\\b",
    "(?i)\\b(next|future|road-?map|to-?do|improve(ments?)?|more time|later|ideas|what('s| is) "
    "left)\\b",
};

int readme_outline_begin(struct readme_outline *outline, struct error *error)
{
    int status = 0;

    for (int i = 0; i < README_SECTIONS && status == 0; i++)
        status = pattern_new(heading_words[i], &outline->words[i], error);
    return status;
}

void readme_outline_end(struct readme_outline *outline)
{
    for (int i = 0; i < README_SECTIONS; i++)
        pattern_free(outline->words[i]);
}

static unsigned sections_of(const struct readme_outline *outline, const char *text, size_t size)
{
    unsigned bits = 0;

    for (int i = 0; i < README_SECTIONS; i++) {
        if (pattern_find(outline->words[i], text, size, 0, NULL, NULL))
            bits |= 1u << i;
    }
    return bits;
}

bool readme_open_heading(struct readme_outline *outline, int level, int line, const char *text,
                         size_t size)
{
    if (level < 1 || level > README_LEVELS || outline->heading_count == README_HEADINGS)
        return false;
    struct readme_heading *heading = &outline->headings[outline->heading_count++];
    *heading = (struct readme_heading){ .level = level, .line = line };
    /* The first one is the title: what it is called says nothing of what stands below. */
    if (outline->heading_count > 1 || level > 1)
        heading->sections = sections_of(outline, text, size);
    for (int i = level; i <= README_LEVELS; i++)
        outline->open[i] = 0;
    outline->open[level] = outline->heading_count;
    return true;
}

bool readme_is_within(const struct readme_outline *outline, enum readme_section section)
{
    for (int level = 1; level <= README_LEVELS; level++)
        if (outline->open[level] &&
            outline->headings[outline->open[level] - 1].sections >> section & 1)
            return true;
    return false;
}

void readme_give_section(struct readme *readme, enum readme_section section, int line)
{
    if (readme->sections[section] == 0)
        readme->sections[section] = line;
}

void readme_mark_content(struct readme *readme, struct readme_outline *outline, const char *text,
                         size_t size, int line)
{
    bool blank = readme_has(readme, WORD_PLACEHOLDER, text, size);
    bool left = readme_has(readme, WORD_TEMPLATE, text, size);

    if (left && readme->template_line == 0)
        readme->template_line = line;
    for (int level = 1; level <= README_LEVELS; level++) {
        if (outline->open[level] == 0)
            continue;
        struct readme_heading *heading = &outline->headings[outline->open[level] - 1];
        heading->content |= !blank && !left;
        heading->unfinished |= left;
    }
}

void readme_settle_sections(struct readme *readme, const struct readme_outline *outline)
{
    for (size_t i = 0; i < outline->heading_count; i++) {
        const struct readme_heading *heading = &outline->headings[i];
        for (int section = 0; section < README_SECTIONS; section++) {
            if (heading->sections >> section & 1 && heading->content && !heading->unfinished)
                readme_give_section(readme, (enum readme_section) section, heading->line);
        }
    }
}
