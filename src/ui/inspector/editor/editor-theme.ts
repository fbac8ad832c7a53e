import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const signs = {
  '.sign': {
    boxSizing: 'border-box',
    display: 'inline-block',
    width: '9px',
    height: '9px',
    verticalAlign: '0',
  },
  '.sign[data-sign=pod]': { borderRadius: '5px', background: 'var(--pod)' },
  '.sign[data-sign=node]': { border: '3px double var(--node)' },
  '.sign[data-sign=nat]': {
    background: 'var(--nat)',
    clipPath: 'polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)',
  },
  '.sign[data-sign=link-local]': { border: '2px dotted var(--link-local)' },
  '.sign[data-sign=far]': { height: '5px', verticalAlign: '2px', background: 'var(--far)' },
  '.sign[data-sign=error]': {
    background: 'var(--dropped)',
    clipPath:
      'polygon(0 18%, 18% 0, 50% 32%, 82% 0, 100% 18%, 68% 50%, 100% 82%, 82% 100%, 50% 68%, 18% 100%, 0 82%, 32% 50%)',
  },
  '.sign[data-sign=note]': {
    background: 'var(--quiet)',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
  },
}

const frame = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', background: 'var(--surface)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: 'var(--text-dense)',
    fontVariantNumeric: 'tabular-nums slashed-zero',
    lineHeight: '1.6',
  },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 10px 0 6px' },
  '.cm-gutters': {
    border: 'none',
    background: 'var(--surface)',
    color: 'var(--quiet)',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '24px', padding: '0 6px 0 8px' },
  '.cm-signs .cm-gutterElement': { padding: '0 3px', textAlign: 'center' },
  '.cm-activeLine': { background: 'none' },
  '&.cm-focused .cm-activeLine': { background: 'var(--sunken)' },
  '.cm-pointed': { background: 'var(--sunken)', boxShadow: 'inset 2px 0 var(--ink)' },
  '.cm-tooltip': {
    maxWidth: '32em',
    border: '1px solid var(--line-strong)',
    background: 'var(--surface)',
    color: 'var(--ink)',
  },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--dropped)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--dropped)',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintPoint-error::after': { borderBottomColor: 'var(--dropped)' },
  ...signs,
})

/** Neutral on purpose: colour belongs to the owners of addresses. */
const words = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)', fontWeight: '600' },
  { tag: tags.comment, color: 'var(--quiet)' },
  { tag: [tags.punctuation, tags.separator, tags.meta], color: 'var(--quiet)' },
  { tag: [tags.string, tags.content, tags.keyword], color: 'var(--ink)' },
])

export const editorTheme: Extension = [frame, syntaxHighlighting(words)]
