import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { playground, usePlayground } from '../../../store/playground.ts'
import { useEvaluation, useMessages } from '../../../store/reading.ts'
import { ruleBookNow } from '../../../store/rule-book.ts'
import { editManifests } from '../../../store/scenario-actions.ts'
import { useWantedLine } from '../../../store/settings.ts'
import { lightRule } from '../../../store/view-actions.ts'
import { rulesWithLines } from '../rule-of-range.ts'
import { fetchEditor } from './fetch-editor.ts'
import type { Editor } from './mount-editor.ts'
import { useEditorLabel, useEditorShows } from './use-editor-shows.ts'
import './config-field.css'

/** The field for the ConfigMap: a plain one at once, and in its place the editor when it is here. */
export function ConfigField({ open }: { readonly open: boolean }) {
  const { ui } = useMessages()
  const text = usePlayground((state) => state.scenario.manifests.text)
  const label = useEditorLabel()
  const refused = useEvaluation()?.config.error != null
  const { host, plain, mounted } = useEditor(open)
  const hint = useId()
  return (
    <div className="config-field">
      <div ref={host} className="config-editor" hidden={!mounted} />
      {mounted ? null : (
        <textarea
          ref={plain}
          value={text}
          aria-label={label}
          aria-describedby={hint}
          aria-invalid={refused}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => editManifests(event.target.value)}
        />
      )}
      <p id={hint} className="config-hint">
        {mounted ? ui.panels.editor.hint : ui.panels.editor.loading}
      </p>
    </div>
  )
}

/** Fetches the editor's chunk and puts it into the host; caret and focus move over to it. */
function useEditor(open: boolean) {
  const host = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const shows = useEditorShows(open)
  const latest = useRef(shows)

  useLayoutEffect(() => {
    latest.current = shows
    editor?.show({ ...shows, text: textNow() })
  }, [editor, shows])

  useEffect(() => {
    let made: Editor | null = null
    let left = false
    void fetchEditor().then(({ mountEditor }) => {
      if (left || host.current === null) return
      const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
      const caret = caretOf(plain.current)
      host.current.hidden = false
      if (plain.current !== null) plain.current.hidden = true
      made = mountEditor(
        root,
        { ...latest.current, text: textNow() },
        { text: editManifests, pointed },
      )
      if (caret) made.focus(caret)
      setEditor(made)
    })
    return () => {
      left = true
      made?.destroy()
    }
  }, [])

  // Focus that was on a link to this line is lost with the tab that held it.
  useEffect(() => {
    const line = latest.current.pointed
    if (open && line !== null && document.activeElement === document.body) editor?.focusLine(line)
  }, [editor, open])

  const wanted = useWantedLine()
  useEffect(() => {
    if (wanted !== null) editor?.focusLine(wanted.line)
  }, [editor, wanted])

  return { host, plain, mounted: editor !== null }
}

const textNow = (): string => playground().getState().scenario.manifests.text

function caretOf(field: HTMLTextAreaElement | null) {
  if (field === null || document.activeElement !== field) return null
  return { from: field.selectionStart, to: field.selectionEnd }
}

/** Lights up the rule that a line of the text wrote. */
function pointed(line: number | null): void {
  const rows = rulesWithLines(ruleBookNow())
  lightRule(rows.find(({ configLine }) => configLine === line)?.ref.id ?? null)
}
