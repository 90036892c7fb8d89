#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LiquidSyntax, IsSilentWhereTheForgivingReadingGivesWhatWasMeant) {
  check_diagnostics(R"md(
-- a.md --
---
---
{% if page.a and (page.b == page.c) %}x{% endif %} {% for x in site.[page.lang] %}y{% endfor %}
{% assign a = (site.[page.lang] | sort: "n") %} {% if (page.a or page.b) %}x{% endif %}
{% if page.a and (page.b or page.c) %}x{% endif %}
                         ^^ warning: liquid-syntax
)md");
}

TEST(LiquidSyntax, AnOutputIsClosed) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
By {{ page.author } today.
   ^^^^^^^^^^^^^^^^^^^^^^^ error: liquid-syntax
-- b.md --
---
---
By {{ page.author
   ^^^^^^^^^^^^^^ error: liquid-syntax
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n{{ page.author }\n", "liquid-syntax", "Close it with `}}`",
            "-- a.md --\n---\n---\n{{ page.author }}\n");
  check_fix("-- a.md --\n---\n---\n{{ page.author\n", "liquid-syntax", "Close it with `}}`",
            "-- a.md --\n---\n---\n{{ page.author }}\n");
}

TEST(LiquidSyntax, BracesThatMeanNothingAreKeptFromLiquid) {
  check_fix("-- a.md --\n---\n---\nTeX: {{ and so on\n", "liquid-syntax", "Show it as it is, with `raw`",
            "-- a.md --\n---\n---\nTeX: {% raw %}{{{% endraw %} and so on\n");
  check_fix("-- a.md --\n---\n---\n```\nf({{\n```\n", "liquid-syntax", "Show the code as it is, with `raw`",
            "-- a.md --\n---\n---\n```\n{% raw %}f({{{% endraw %}\n```\n");
}

TEST(LiquidSyntax, BlocksHaveAnEnd) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
{% if page.title %}
^^^^^^^^^^^^^^^^^^^ error: liquid-syntax
Yes.
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "liquid-syntax", "Close it with `{% endif %}`",
            "-- a.md --\n---\n---\n{% if page.title %}\nYes.\n{% endif %}\n");
  check_fix("-- a.md --\n---\n---\nA {% if page.title %}b\nc\n", "liquid-syntax",
            "Close it with `{% endif %}`", "-- a.md --\n---\n---\nA {% if page.title %}b{% endif %}\nc\n");
}

TEST(LiquidSyntax, EndsHaveABlock) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
A
{% endif %}
^^^^^^^^^^^ error: liquid-syntax
b
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "liquid-syntax", "Delete it", "-- a.md --\n---\n---\nA\nb\n");
}

TEST(LiquidSyntax, ATagThatIsTypedHidesItsConsequences) {
  check_diagnostics(R"md(
-- a.md --
---
---
{% if page.title
^^^^^^^^^^^^^^^^ error: liquid-syntax
Yes.
{% endif %}
)md");
}

TEST(LiquidSyntax, OneSignOfEqualityStopsTheBuild) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
{% if page.title = "a == b" %}x{% endif %}
                 ^ error: liquid-syntax
{% if page.x %}{% unless page.y = 1 %}x{% endunless %}{% endif %}
                                ^ warning: liquid-syntax
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n{% if page.a = 1 %}x{% endif %}\n", "liquid-syntax", "Write `==`",
            "-- a.md --\n---\n---\n{% if page.a == 1 %}x{% endif %}\n");
}

TEST(LiquidSyntax, NoBreakSpacesDoNoHarm) {
  check_diagnostics("-- a.md --\n---\n---\n{{ page.title |\xC2\xA0upcase }}\n");
}

TEST(LiquidSyntax, ConcernsLayoutsAndIncludes) {
  check_diagnostics(R"md(
-- _layouts/default.html --
<title>{{ page.title }</title>
       ^^^^^^^^^^^^^^^^^^^^^^^ error: liquid-syntax
-- _includes/box.html --
{% endfor %}
^^^^^^^^^^^^ error: liquid-syntax
)md");
}

TEST(LiquidSyntax, IsSilentWhereNoLiquidRuns) {
  check_diagnostics(R"md(
-- a.md --
---
render_with_liquid: false
---
{{ x
-- README.md --
{{ x
-- b.md --
---
---
{% raw %}{{ x{% endraw %} {% comment %}{% endif %}{% endcomment %}
)md");
}

TEST(UnknownLiquidTag, IsRenamedOrShown) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
{% esle %} {% csrf_token %}
   ^^^^ error: unknown-liquid-tag
              ^^^^^^^^^^ error: unknown-liquid-tag
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n{% hilight ruby %}x{% endhilight %}\n", "unknown-liquid-tag",
            "Write `highlight`", "-- a.md --\n---\n---\n{% highlight ruby %}x{% endhighlight %}\n");
  check_fix("-- a.md --\n---\n---\n`{% csrf_token %}`\n", "unknown-liquid-tag",
            "Show the code as it is, with `raw`",
            "-- a.md --\n---\n---\n`{% raw %}{% csrf_token %}{% endraw %}`\n");
  check_fix("-- a.md --\n---\n---\n{% box %}x{% endbox %}\n", "unknown-liquid-tag",
            "Show it as it is, with `raw`",
            "-- a.md --\n---\n---\n{% raw %}{% box %}x{% endbox %}{% endraw %}\n");
}

TEST(UnknownLiquidTag, IsSilentWhereCodeMayBringIt) {
  check_diagnostics("-- _plugins/x.rb --\n-- a.md --\n---\n---\n{% box %}\n");
  check_diagnostics(
      "-- _config.yml --\nplugins: [somebody-elses]\n-- a.md --\n---\n---\n{% box %} {{ 1 | boxed }}\n");
  check_diagnostics("-- _config.yml --\ntheme: somebody-elses\n-- a.md --\n---\n---\n{% box %}\n");
  check_diagnostics("-- a.md --\n---\n---\n{% seo %} {% include_cached a.html %}\n-- _includes/a.html --\n");
}

TEST(UnknownLiquidFilter, IsIgnoredByJekyll) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
{{ "/a" | relativ_url }} {% assign x = 1 | pluss: 2 | minus: 1 %}
          ^^^^^^^^^^^ warning: unknown-liquid-filter
                                           ^^^^^ warning: unknown-liquid-filter
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n{{ 'a' | relativ_url }}\n", "unknown-liquid-filter",
            "Write `relative_url`", "-- a.md --\n---\n---\n{{ 'a' | relative_url }}\n");
  check_diagnostics(R"md(
-- _config.yml --
liquid:
  strict_filters: true
-- a.md --
---
---
{{ "/a" | relativ_url }}
          ^^^^^^^^^^^ error: unknown-liquid-filter
)md");
}

TEST(BrokenInclude, StopsTheBuild) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
{% include bx.html color="red" %}
           ^^^^^^^ error: broken-include
{% if page.x %}{% include gone/for.html %}{% endif %}
                          ^^^^^^^^^^^^^ warning: broken-include
{% include box.html %} {% include /box.html %} {% include /bx.html %}
                                                          ^^^^^^^^ error: broken-include
{% include {{ page.box }} %}
{% include_relative b.md %}{% include_relative c.md %}
                                               ^^^^ error: broken-include
-- b.md --
-- _includes/box.html --
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n{% include bx.html %}\n-- _includes/box.html --\n", "broken-include",
            "Write `box.html`", "-- a.md --\n---\n---\n{% include box.html %}\n-- _includes/box.html --\n");
}

TEST(BrokenInclude, OfAThemeThatIsElsewhereIsUnknown) {
  check_diagnostics("-- _config.yml --\ntheme: minima\n-- a.md --\n---\n---\n{% include gone.html %}\n");
}

TEST(BrokenLinkTag, StopsTheBuild) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
{% link about.md %} {% link _posts/2024-05-01-hello.md %} {% link {{ page.x }}.md %} {% link /b.png %}
{% link /about.md#me %}
        ^^^^^^^^^^^^ error: broken-link-tag
{% link gone.md %} {% if page.x %}{% link gone.md %}{% endif %}
        ^^^^^^^ error: broken-link-tag
                                          ^^^^^^^ warning: broken-link-tag
{% link _posts/2031-05-01-later.md %}
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: broken-link-tag
-- about.md --
---
---
-- b.png --
-- _posts/2024-05-01-hello.md --
---
---
-- _posts/2031-05-01-later.md --
---
---
)md";
  check_diagnostics(drawing, {"_posts/2031-05-01-later.md: info future-date"});
  check_fix("-- a.md --\n---\n---\n{% link /about/#me %}\n-- about.md --\n---\n---\n", "broken-link-tag",
            "Write `about.md`", "-- a.md --\n---\n---\n{% link about.md %}\n-- about.md --\n---\n---\n");
}

TEST(MissingData, IsEmpty) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
{% for p in site.data.peple %}{{ p.name }}{% endfor %}
                      ^^^^^ warning: missing-data
{{ site.data.nav.man.first }} {{ site.data["nav"]["main"].x }} {{ site.data[page.x] }} {{ site.data.size }}
                 ^^^ warning: missing-data
-- _data/people.yml --
- name: Sam
-- _data/nav/main.yml --
x: 1
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n{{ site.data.peple }}\n-- _data/people.yml --\na: 1\n", "missing-data",
            "Write `people`", "-- a.md --\n---\n---\n{{ site.data.people }}\n-- _data/people.yml --\na: 1\n");
}

TEST(MissingData, MayBeMissingWhereSomebodyAsks) {
  check_diagnostics(R"md(
-- a.md --
---
---
{% if site.data.team %}{{ site.data.team.size }}{% endif %} {{ site.data.who | default: "nobody" }}
{% assign x = site.data.staff %}{% if x %}{{ x.size }}{% endif %}
-- _includes/copied.html --
{% for x in site.data.authors %}{{ x }}{% endfor %}
)md");
  check_diagnostics("-- _plugins/x.rb --\n-- a.md --\n---\n---\n{{ site.data.x }}\n");
}

TEST(LiquidInCode, NothingRemainsOfIt) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
Write `{{ user.name }}` there.
       ^^^^^^^^^^^^^^^ warning: liquid-in-code

```yaml
name: {{ .Values.name }}
      ^^^^^^^^^^^^^^^^^^ warning: liquid-in-code
more: {{ .Values.more }}
```

    <b style={{}}>
             ^^^^ warning: liquid-in-code
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n```yaml\na: {{ b }}\nc: d\n```\n", "liquid-in-code",
            "Show the code as it is, with `raw`",
            "-- a.md --\n---\n---\n```yaml\n{% raw %}a: {{ b }}\nc: d{% endraw %}\n```\n");
}

TEST(LiquidInCode, SamplesOfTemplatesAreMeantToBeShown) {
  check_diagnostics(R"md(
-- a.md --
---
---
```html
<h1>{{ page.title }}</h1>
    ^^^^^^^^^^^^^^^^ warning: liquid-in-code
```

{% highlight liquid %}
{% for post in site.posts %}{{ post.title }}{% endfor %}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: liquid-in-code
{% endhighlight %}

The variable `{{ page.title }}`.
              ^^^^^^^^^^^^^^^^ warning: liquid-in-code
)md");
}

TEST(LiquidInCode, WhatIsWantedStays) {
  check_diagnostics(R"md(
-- _config.yml --
version: "4.1"
-- a.md --
---
---
{% assign tool = "make" %}

```sh
{{ tool }} install {{ site.version }} --url={{ site.url }}
{% include part.sh %}
```

Open `{{ site.baseurl }}/about` with `{{ "{{" }}`.

{% raw %}
```
{{ user.name }}
```
{% endraw %}

{% highlight ruby %}
puts 1
{% endhighlight %}
-- _includes/part.sh --
)md");
}

TEST(BrokenPostUrl, TheNearestPostOfThatDayIsOffered) {
  check_fix(
      "-- a.md --\n---\n---\n{% post_url 2024-05-01-helo %}\n-- _posts/2024-05-01-hello.md --\n---\n---\n",
      "broken-post-url", "Write `2024-05-01-hello`",
      "-- a.md --\n---\n---\n{% post_url 2024-05-01-hello %}\n-- _posts/2024-05-01-hello.md --\n---\n---\n");
}

TEST(Silencing, HoldsForTheseRulesToo) {
  check_diagnostics(
      "-- a.md --\n---\n---\n<!-- jekyll-ls-disable-next-line unknown-liquid-tag -->\n{% box %}\n");
}

}  // namespace
}  // namespace features
