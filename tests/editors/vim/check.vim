" The sample blog in Vim with ALE. Every check prints a line; one that fails makes Vim exit with status 1.
set nocompatible nomore hidden encoding=utf-8
let s:failures = 0

function! Check(name, ok, detail) abort
  call writefile([(a:ok ? 'ok   ' : 'FAIL ') . a:name . (a:ok ? '' : ': ' . string(a:detail))], $REPORT, 'a')
  if !a:ok | let s:failures += 1 | endif
endfunction

function! Wait(condition) abort
  let l:start = reltime()
  while reltimefloat(reltime(l:start)) < 10
    if a:condition() | return | endif
    sleep 20m
  endwhile
endfunction

function! Drawn() abort
  return map(copy(ale#engine#GetLoclist(s:buffer)), {_, d -> d.lnum . ':' . d.col . '-' . d.end_col . ' ' . get(d, 'code', '')})
endfunction

" ALE answers in insert mode only.
let s:items = []
function! Complete() abort
  call ale#completion#GetCompletions('ale-callback', {'callback': {items -> extend(s:items, items)}, 'prefix': ''})
  call Wait({-> !empty(s:items)})
endfunction
inoremap <F5> <Cmd>call Complete()<CR>

packadd ale
filetype plugin on
execute 'source' $INIT
set filetype=markdown
let s:buffer = bufnr('')
ALELint
let s:wanted = ['4:7-19 tags-comma', '15:87-105 broken-anchor']
call Wait({-> Drawn() ==# s:wanted})
call Check('diagnostics at the right words', Drawn() ==# s:wanted, Drawn())
call search('tags: docker', 'e')
call feedkeys("a, ru\<F5>\<Esc>", 'xt')
let s:words = map(copy(s:items), {_, item -> get(item, 'word', '')})
call Check('completion of a tag', index(s:words, 'running') >= 0, s:words)
call ale#lsp#StopAll()
if s:failures | cquit 1 | endif
qall!
