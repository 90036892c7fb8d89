#include "tests/features/real_links_sites.h"

namespace features {

const std::string_view shared_pages = R"md(
-- index.md --
---
title: Home
layout: page
---
# Home
-- about.md --
---
title: About
layout: page
part: team
---
# About us

## The {{ page.part }}

{% for name in site.data.people %}
## {{ name }}
{% endfor %}

{% include box.html id="boxed" %}

<p id="raw">x</p>
<a name="named">x</a>

A paragraph.
{: #listed}

Noted[^1].

* toc
{:toc}

[^1]: A note.

{% if page.part == "other" %}
## Never
{% endif %}

{% raw %}
## Braces {{ x }}
{% endraw %}
-- docs/index.md --
---
---
# Documentation

[page](page.html) [page](page) [page](./page.html) [up](../about.html) [up](..) [up](../) [here](.) [no](no.html)
[no](../no.html) [no](../../about.html) [self](#documentation) [self](?x=1#documentation) [no](#nothing)
-- docs/page.html --
---
---
<h2 id="part">Part</h2>
<a href="index.html">i</a> <a href=".">i</a> <a href='page.html#part'>p</a> <a href="page.html#no">p</a>
<a href=nothing.html>n</a> <img src="../img/cat.png" srcset="../img/cat.png 1x, ../img/dog.png 2x">
<a href="{{ '/about/' | relative_url }}">a</a> <a href="{{ page.url | relative_url }}">a</a>
<script>var a = '<a href="/script">';</script> <!-- <a href="/comment"> -->
<a href="{% link about.md %}">l</a> <a href="{{ site.baseurl }}/gone.html">g</a>
-- _posts/2024-05-01-hello.md --
---
title: Hello
layout: page
---
[about](/about.html) [about](about.html) [next](../02/wor%6Cd.html) [next](../02/world.html)
-- _posts/2024-05-02-world.md --
---
title: World
---
{% capture to %}{% post_url 2024-05-01-hello %}{% endcapture %}[back]({{ to }}) [back]({{ to }}#no)
-- img/cat.png --
x
-- img/Big Cat.png --
x
-- files/readme --
x
-- _data/people.yml --
- Ann
- Bob Lee
-- _includes/box.html --
<div id="{{ include.id }}"><a href="{{ include.to | default: '/about.html' | relative_url }}">x</a></div>
-- _includes/two.md --
[in]({{ include.to }}) [in](/nothing-in.html)
-- _layouts/page.html --
---
layout: base
---
<main id="main">{{ content }}</main>
-- _layouts/base.html --
<html><head><link rel="stylesheet" href="{{ '/assets/site.css' | relative_url }}"></head>
<body id="body-{{ page.title | slugify }}">{{ content }}<a href="#main">m</a><a href="/layout-no.html">n</a></body></html>
-- assets/site.scss --
---
---
a { color: red }
-- assets/app.js --
---
---
document.write('<a href="/no-script">')
-- _drafts/later.md --
---
---
-- _posts/2099-01-01-future.md --
---
---
-- hidden.md --
---
published: false
---
)md";

const std::string_view plain_site = R"md(
-- _config.yml --
url: https://example.org
-- links.md --
---
title: Links
layout: page
target: /about.html
list: [/about.html, /no-list.html]
---
# Links

## Inline

[a](/about.html) [a](/about) [a](/about/) [a](about) [a](about.html#about-us) [a](/about#the-team) [a](/about#the-)
[a](/about#ann) [a](/about#bob-lee) [a](/about#carl) [a](/about#boxed) [a](/about#raw) [a](/about#named)
[a](/about#listed) [a](/about#fn:1) [a](/about#fnref:1) [a](/about#markdown-toc) [a](/about#never) [a](/about#main)
[a](/about#braces--x-) [a](/about#body-about) [a](/about#top) [a](/about#) [a](/about#:~:text=us) [a](#inline)
[a](#Inline) [a](#no) [a](</img/Big Cat.png>) [a](/img/Big%20Cat.png) [a](/img/big%20cat.png) [a](/img/Cat.png)
[a](/About.html) [a](/docs) [a](/docs/) [a](/docs/index.html) [a](/docs/page) [a](/docs/page.html#part) [a](/docs/page#x)
[a](/files/readme) [a](/files/) [a](/files) [a](/img) [a](/assets/site.css) [a](/assets/site.scss) [a](/assets/app.js)
[a](/2024/05/01/hello.html) [a](/2024/05/01/) [a](/2024/05/01/hello) [a](/hello.html) [a](/2099/01/01/future.html)
[a](/hidden.html) [a](/later.html) [a](about.md) [a](/_posts/2024-05-01-hello.md) [a]() [a](?q=1) [a](/?q=1#home)
[a](https://example.org/about.html) [a](https://example.org/no) [a](//example.org/about) [a](HTTPS://EXAMPLE.ORG/no2)
[a](https://example.com/no) [a](mailto:a@b.c) [a](tel:123) [a](javascript:x) [a](/a%62out.html) [a](/about.html?x#no2)
[a](/no "title") [a]( /about.html ) [a](/about.html 'x') ![a](/img/cat.png) ![a](/img/dog.png) ![a](img/cat.png)
[a](/no&amp;entity) [a](/no\_escape) [![a](/img/no-in-link.png)](/no-around) <https://example.org/no-auto>
[a](.) [a](./) [a](..) [a](../about.html) [a](//) [a](/no*star) [a](/no%zz) [a](/%ed%95%9c)

## References

[one][r1] [r2] [r2][] [three] [r3] ![four][r4] [five][R5 x] [gone][nowhere]

[r1]: /about.html#about-us
[r2]: /no-reference
[r3]: <no-angle> "title"
[r4]: /img/no-reference.png
[r5 x]: /about#no-ref
[r6]: /never-used

## HTML

<a href="/no-html">x</a> <a href='/no-single'>x</a> <a href="/about.html#no-html">x</a> <img src="/img/no.png" alt="">
<video src="/no.mp4" poster="/img/no-poster.png"></video> <audio src="/no.mp3"></audio>

<div>
<a href="/no-in-block">x</a> [a](/not-a-link)
<picture><source srcset="/img/no-source.png 1x, /img/cat.png 2x"><img src="/img/cat.png" alt=""></picture>
</div>

<div markdown="1">
[a](/no-markdown-in-html) [a](/about)
</div>

## Attribute lists

[a](/about){: href="/no-ial"} [a](/no-overridden){: href="/about"} [a](/about){:.x #id}

## Liquid

[a]({{ "/about.html" | relative_url }}) [a]({{ "/no-filter" | relative_url }}) [a]({{ "/about" | absolute_url }})
[a]({{ "/no-absolute" | absolute_url }}) [a]({{ site.url }}/no-site) [a]({{ site.baseurl }}/about.html)
[a]({{ page.target }}) [a]({{ page.target | append: "#no-append" }}) [a]({{ page.list[1] }}) [a]({{ page.url }}#liquid)
[a]({% link about.md %}) [a]({% link about.md %}#no-link) [a]({% link img/cat.png %}) [a]({% post_url 2024-05-02-world %})
{% assign t = "/no-assign" %}[a]({{ t }}) {% capture c %}/no-{{ "capture" }}{% endcapture %}[a]({{ c }})
{% for path in page.list %}[a]({{ path }}#in-loop) {% endfor %}
{% if page.title == "Links" %}[a](/no-if){% else %}[a](/no-else){% endif %}
{% unless site.nothing %}[a](/no-unless){% endunless %}
{% case page.title %}{% when "Links" %}[a](/no-when){% else %}[a](/no-case){% endcase %}
{% raw %}[a](/no-raw) `{{ x }}`{% endraw %} {% comment %}[a](/no-comment){% endcomment %}

{% include two.md to="/no-include" %}

{% include box.html id="x" to="/no-box" %}

{% highlight html %}
<a href="/no-highlight">
{% endhighlight %}

## Not links

`[a](/no-code)` \[a](/no-escaped) [a] (/no-blank)

    [a](/no-indented)

```
[a](/no-fenced)
```

<!-- [a](/no-comment-html) -->

$$ [a](/no-math) $$

| [a](/no-table) | b |
|----------------|---|
| [a](/about)    | ![b](/img/no-table.png) |

> [a](/no-quote)

1. [a](/no-list-item)

*[a](/no-emphasis)* Footnote[^f].

[^f]: [a](/no-footnote)
)md";

const std::string_view project_site = R"md(
-- _config.yml --
url: https://example.org
baseurl: /project
permalink: pretty
-- links.md --
---
layout: page
---
[a](/about/) [a](/project/about/) [a](/project/about) [a](/project/no) [a](/neighbour/) [a](../about/) [a](about/)
[a]({{ "/about/" | relative_url }}) [a]({{ site.baseurl }}/about/) [a]({{ site.baseurl }}{% link about.md %})
[a]({{ site.baseurl }}{{ "/about/" | relative_url }}) [a](/project) [a](/project/) [a](/)
[a]({% post_url 2024-05-01-hello %}) [a](/project/2024/05/01/hello/) [a](https://example.org/project/about/)
[a](https://example.org/about/) [a](/img/cat.png) [a](/project/img/cat.png) [a](/projects/) [a](/project/About/)
[a](/project/about/#the-team) [a](../about/#no) ![a]({{ "/img/no.png" | relative_url }}) [a](/project/project/about/)
)md";

const std::string_view odd_site = R"md(
-- _config.yml --
url: https://example.org
social: {name: me, feed: /no-feed.xml}
collections:
  guides:
    output: true
    permalink: /guides/:name
  hidden:
    output: false
  parts:
    output: true
defaults:
  - scope: {path: "", type: guides}
    values: {layout: page, up: /guides/one, gone: /no-default}
-- links.md --
---
layout: page
permalink: /deep/down/links
next: [{to: /guides/one}, {to: /guides/none}]
---
# Deep

[a](/guides/one) [a](/guides/one.html) [a](/guides/one/) [a](/guides/two#sub-two) [a](/guides/two#up) [a](one) [a](../../guides/one)
[a](/hidden/x.html) [a](/parts/a%20b.html) [a](/parts/a b.html) [a](/parts/%ED%95%9C%EA%B8%80.html) [a](/parts/한글.html)
[a](/parts/%ed%95%9c%ea%b8%80.html) [a](/parts/a+b.html) [a](/parts/a%2Bb.html) [a](/parts/c#d.html) [a](/parts/c%23d.html)
[a](/parts/C%23d.html) [a](links) [a](./links) [a](/deep/down/links) [a](/deep/down/links.html) [a](/deep/down/) [a](/deep/down)
[a](#deep) [a](links#deep) [a](/deep/down/links#deep) [a](/deep/down/links#no) [a](?x#deep) [a](/v1.2) [a](/v1.2.html)
[a](/v1.2/) [a](/plain) [a](/plain.html) [a](/plain/) [a](/files/data.json) [a](/files/DATA.json) [a](/files/pic.JPG)
[a](/files/pic.jpg) [a](/README) [a](/readme.html) [a](/README.html) [a](/Case/Page.html) [a](/case/page.html)
[a]({{ page.next[0].to }}) [a]({{ page.next.first.to }}) [a]({{ page.next[1].to }}) [a]({{ page.next.last.to }}#x)
[a]({{ site.social.feed }}) [a]({{ site.social.none }}) [a]({{ site.social["feed"] }}) [a]({{ page.dir }})
{% for n in page.next %}{% if forloop.first %}[a]({{ n.to }}?first){% else %}[a]({{ n.to }}?rest){% endif %}{% endfor %}
{% assign parts = "guides,one" | split: "," %}[a](/{{ parts | join: "/" }}) [a](/{{ parts | reverse | join: "/" }})
[a]({{ "guides/one" | prepend: "/" | append: "#sub" }}) [a]({{ "/GUIDES/ONE" | downcase }}) [a]({{ "/guides/x" | replace: "x", "one" }})
[a]({{ site.data.menu.main[0].url }}) [a]({{ site.data.menu.main[1].url }}) [a]({{ site.data.menu["main"].last.url }})
{% for item in site.data.menu.main %}<a href="{{ item.url }}?menu">{{ item.name }}</a>{% endfor %}
{% assign to = site.data.menu.main | where: "name", "One" | first %}[a]({{ to.url }}?where)
{% include nested.html to="/guides/one" %} {% include nested.html to="/no-nested" %}
{%- if page.next -%} [a](/no-trimmed) {%- endif -%}
{% capture block %}
[a](/no-captured)
{% endcapture %}
{{ block }}

{{ "[a](/no-markdown)" }} {{ "<a href='/no-quoted'>x</a>" }}

<details><summary><a href="/no-summary">x</a></summary>

[a](/not-in-details)

</details>

<p>[a](/not-in-p)</p> text [a](/no-behind-p)

<span>[a](/no-in-span)</span> <b><a href="/no-in-b">x</a></b>

Term
: [a](/no-in-definition) {: #def }

[^n]: [a](/no-unused-note)

{::comment}[a](/no-kcomment){:/comment}

[multi
line](/no-multi-line) [a](/no-newline
"title") [br[ack]ets](/no-brackets) [a](/no-(paren)) [a](/no-\)escape) [a](</no-angle>) [e](/no-é) [a](/no"quote)

![alt][img] ![alt](/files/no.png "t"){:.c} [img]: x

[img]: /files/no-ref.png "t"
-- _guides/one.md --
---
title: One
---
# One

{% include toc.md up="sub" %}

[up]({{ page.up }}) [gone]({{ page.gone }}) [two](two) [two](/guides/two) [two](two.html) [sub](#sub) [no](#no-sub)
-- _guides/two.md --
---
title: Two
---
## Sub {{ page.title | downcase }}

<a id="up"></a>
-- _hidden/x.md --
---
---
-- _parts/a b.md --
---
---
-- _parts/a+b.md --
---
---
-- _parts/c#d.md --
---
---
-- _parts/한글.md --
---
---
-- version.md --
---
permalink: /v1.2/
---
-- plain.md --
---
permalink: /plain
---
-- README.md --
---
---
-- Case/Page.md --
---
---
-- files/data.json --
{}
-- files/pic.JPG --
x
-- _data/menu/main.yml --
- {name: One, url: /guides/one}
- {name: None, url: /no-menu}
-- _includes/nested.html --
{% include inner.html to=include.to %}
-- _includes/inner.html --
<a href="{{ include.to }}?nested">x</a>
-- _includes/toc.md --
## {{ include.up | capitalize }}
)md";

}  // namespace features
