#include <gtest/gtest.h>

#include "server/site/rendered/render_document.h"
#include "tests/support/fixture.h"

namespace site {
namespace {

// The ids of a page after its Liquid; `?` for headings whose id only a build knows; `…` where there may be
// more.
std::string ids_of(std::string_view drawing, const std::string& path = "a.md") {
  const support::Fixture fixture = support::load_fixture(drawing);
  const PageContentPtr content = fixture.site->content(fixture.page(path));
  std::string result;
  for (const PageHeading& heading : content->headings)
    result += (heading.masked ? "?" : heading.has_id ? heading.id : "-") + std::string(" ");
  for (const std::string& id : content->anchors) result += "#" + id + " ";
  if (content->ids_masked) result += "…";
  return result;
}

std::string page(const std::string& body) {
  return "-- a.md --\n---\ntitle: My page\n---\n" + body + "\n";
}

TEST(PageContent, HeadingsHaveTheirIdsAfterLiquid) {
  EXPECT_EQ(ids_of(page("# About {{ page.title }}")), "about-my-page ");
  EXPECT_EQ(ids_of(page("{% assign n = 3 %}\n## Step {{ n | plus: 1 }}")), "step-4 ");
  EXPECT_EQ(ids_of(page("# Now {{ site.time }}")), "? ");
}

TEST(PageContent, BranchesThatAreNotTakenHaveNoIds) {
  EXPECT_EQ(ids_of(page("{% if page.title %}\n# Yes\n{% else %}\n# No\n{% endif %}")), "yes ");
  EXPECT_EQ(ids_of(page("{% if site.time %}\n# Yes\n{% else %}\n# No\n{% endif %}")), "yes no ");
  EXPECT_EQ(ids_of(page("{% comment %}\n# No\n{% endcomment %}")), "");
}

TEST(PageContent, AHeadingOfTwoBranchesIsNotKnown) {
  EXPECT_EQ(ids_of(page("# It {% if site.time %}is{% else %}was{% endif %} so")), "? ");
}

TEST(PageContent, LoopsOverConstantsAndDataAreRun) {
  EXPECT_EQ(ids_of(page("{% for i in (1..2) %}\n## Part {{ i }}\n{% endfor %}")), "part-1 part-2 ");
  EXPECT_EQ(ids_of("-- _data/x.yml --\n- name: A\n- name: B\n" +
                   page("{% for i in site.data.x %}\n<p id=\"{{ i.name }}\"></p>\n{% endfor %}")),
            "#A #B ");
  EXPECT_EQ(ids_of(page("{% for p in site.pages %}\n## {{ p.title }}\n{% endfor %}")), "? ");
}

TEST(PageContent, IncludesBringTheirHeadings) {
  EXPECT_EQ(ids_of("-- _includes/x.md --\n## In {{ include.a }}\n" + page("{% include x.md a='here' %}")),
            "in-here ");
  EXPECT_EQ(ids_of("-- part.md --\n## Beside\n" + page("{% include_relative part.md %}")), "beside ");
}

TEST(PageContent, WhatCannotBeReadMayBringMore) {
  EXPECT_EQ(ids_of(page("# One\n\n{% include gone.md %}")), "one …");
  EXPECT_EQ(ids_of(page("# One\n\n{% include {{ site.time }}.md %}")), "one …");
  EXPECT_EQ(ids_of(page("# One\n\n{% gallery %}")), "one …");
  EXPECT_EQ(ids_of(page("# One\n\n{{ page.excerpt }}")), "one …");
  EXPECT_EQ(ids_of(page("# One\n\nIt is {{ site.time }}")), "one ");
}

TEST(PageContent, TextOfRawBlocksIsText) {
  EXPECT_EQ(ids_of(page("```html{% raw %}\n# no\n{% endraw %}```\n\n# Yes")), "yes ");
  EXPECT_EQ(ids_of(page("{% raw %}\n# {{ Braces }}\n{% endraw %}")), "-braces- ");
}

TEST(PageContent, CodeOfHighlightHasNoHeadings) {
  EXPECT_EQ(ids_of(page("{% highlight sh %}\n# no\n{% endhighlight %}\n\n# {{ page.title }}")), "my-page ");
}

TEST(PageContent, IncludesThatIncludeThemselvesEnd) {
  EXPECT_EQ(ids_of("-- _includes/x.md --\n{% include x.md %}\n" + page("# One\n\n{% include x.md %}")),
            "one …");
}

TEST(PageContent, OfMoreThanThereIsTimeForNothingIsSaid) {
  EXPECT_EQ(
      ids_of(page("# One\n{% for a in (1..900) %}{% for b in (1..900) %}\n## x\n{% endfor %}{% endfor %}")),
      "one x …");
}

TEST(PageContent, ARangeOfWhatAnIncludeBringsIsItsTag) {
  const support::Fixture fixture =
      support::load_fixture("-- _includes/x.html --\n<a href=\"{{ include.to }}\">x</a>\n" +
                            page("See {% include x.html to='/b' %} and [c]({{ '/d' }})."));
  const syntax::DocumentPtr document = fixture.document("a.md");
  LiquidUses uses;
  const auto rendered = render_document(*fixture.site, fixture.page("a.md").get(), "a.md", *document, uses);
  ASSERT_TRUE(rendered);
  const auto& links = rendered->mapped.markdown.links;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].href, "/b");
  EXPECT_EQ(text::slice(document->text, links[0].href_range), "{% include x.html to='/b' %}");
  EXPECT_EQ(links[1].href, "/d");
  EXPECT_EQ(text::slice(document->text, links[1].href_range), "{{ '/d' }}");
}

TEST(PageContent, AnAddressOfTwoBranchesIsNotKnown) {
  const support::Fixture fixture = support::load_fixture(
      page("[x]({% if site.time %}/a{% else %}/b{% endif %}) {% if site.time %}[y](/c){% endif %}"));
  LiquidUses uses;
  const auto rendered =
      render_document(*fixture.site, fixture.page("a.md").get(), "a.md", *fixture.document("a.md"), uses);
  ASSERT_TRUE(rendered);
  ASSERT_EQ(rendered->mapped.links.size(), 2U);
  EXPECT_TRUE(rendered->mapped.markdown.links[0].masked);
  EXPECT_FALSE(rendered->mapped.markdown.links[1].masked);
  EXPECT_TRUE(rendered->mapped.links[1].maybe);
}

TEST(PageContent, ListsTheDocumentsOfACollectionByDateThenPath) {
  const std::string site = R"md(
-- _config.yml --
collections: {books: {}, ranked: {order: [z.md]}}
-- _books/b.md --
---
title: Second
---
-- _books/a.md --
---
title: First
---
-- _books/c.md --
---
date: 2020-01-01
title: Old
---
-- _books/d.md --
---
published: false
---
)md";
  EXPECT_EQ(ids_of(site + page("{% for b in site.books %}\n## {{ b.title }}\n{% endfor %}")),
            "old first second ");
  EXPECT_EQ(ids_of(site + page("{% for b in site.ranked %}\n## {{ b.title }}\n{% endfor %}")), "? ");
}

TEST(PageContent, FollowsThePostsThatItLists) {
  const support::Fixture fixture =
      support::load_fixture("-- _posts/2024-01-02-one.md --\n---\n---\n-- b.md --\n---\n---\n" +
                            page("{% for p in site.posts %}\n## {{ p.title }}\n{% endfor %}"));
  const PageContentPtr first = fixture.site->content(fixture.page("a.md"));
  ASSERT_EQ(first->headings.size(), 1U);
  EXPECT_EQ(first->headings[0].id, "one");
  const SitePtr other = fixture.site->with_changes({{"b.md", "---\ntitle: B\n---\n"}});
  EXPECT_EQ(other->content(other->page("a.md")), first);
  const SitePtr renamed = other->with_changes({{"_posts/2024-01-02-one.md", "---\ntitle: Uno\n---\n"}});
  EXPECT_EQ(renamed->content(renamed->page("a.md"))->headings[0].id, "uno");
  const SitePtr more = other->with_changes({{"_posts/2024-01-03-two.md", "---\n---\n"}});
  EXPECT_EQ(more->content(more->page("a.md"))->headings.size(), 2U);
}

TEST(PageContent, IsMadeAnewOnlyWhenSomethingThatItUsesChanges) {
  const support::Fixture fixture = support::load_fixture(
      "-- _includes/x.md --\n## X\n-- b.md --\n---\n---\n" + page("{% include x.md %}"));
  const PageContentPtr first = fixture.site->content(fixture.page("a.md"));
  const SitePtr other = fixture.site->with_changes({{"b.md", "---\ntitle: B\n---\n"}});
  EXPECT_EQ(other->content(other->page("a.md")), first);
  const SitePtr changed = fixture.site->with_changes({{"_includes/x.md", "## Y\n"}});
  EXPECT_EQ(changed->content(changed->page("a.md"))->headings[0].id, "y");
}

}  // namespace
}  // namespace site
