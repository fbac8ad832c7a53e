import {
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { showDialog } from '../../store/page.ts'
import { useMessages } from '../../store/reading.ts'
import { useGuideWords } from '../guide/use-guide-words.ts'
import { IconButton } from '../kit/Button.tsx'
import { CloseIcon } from '../kit/icons.tsx'
import { allCommands } from './all-commands.ts'
import { CommandRows } from './CommandRows.tsx'
import type { Command } from './command.ts'
import { grouped } from './grouped.ts'
import { ranked } from './rank.ts'
import { useCommandContext } from './use-command-context.ts'
import { walkTo } from './walk-to.ts'
import './commands.css'

/** Everything that can be done, found by typing a part of its name. */
export function CommandPalette() {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const { palette: words } = useGuideWords()
  const { ui } = useMessages()
  useEffect(() => dialog.current?.showModal(), [])
  // Closed first, so that the focus is back where it was before a command takes it elsewhere.
  const close = () => {
    dialog.current?.close()
    showDialog(null)
  }
  const run = (command: Command) => {
    close()
    command.run()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it as well
    <dialog
      ref={dialog}
      className="commands"
      aria-labelledby={heading}
      onClose={() => showDialog(null)}
      onClick={(event) => {
        if (event.target === dialog.current) close()
      }}
    >
      <h2 id={heading} className="sr-only">
        {words.open}
      </h2>
      <Search onRun={run}>
        <IconButton look="quiet" label={ui.close} onClick={close}>
          <CloseIcon />
        </IconButton>
      </Search>
    </dialog>
  )
}

function Search({
  onRun,
  children,
}: {
  readonly onRun: (command: Command) => void
  readonly children: ReactNode
}) {
  const context = useCommandContext()
  const { palette: words } = context.guide
  const commands = useMemo(() => allCommands(context), [context])
  const [text, type] = useState('')
  const [at, go] = useState(0)
  const list = useId()
  const wanted = useDeferredValue(text)
  const groups = useMemo(() => grouped(ranked(commands, wanted), wanted !== ''), [commands, wanted])
  const shown = groups.flatMap((group) => group.commands)
  const here = Math.min(at, shown.length - 1)
  const count = shown.length
  return (
    <>
      <div className="commands-head">
        <input
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={count === 0 ? undefined : `${list}-${here}`}
          aria-label={words.hint}
          placeholder={words.hint}
          value={text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="go"
          onChange={(event) => {
            type(event.target.value)
            go(0)
          }}
          onKeyDown={(event) => {
            // Enter ends what an input method has put together, and is not meant for the list.
            if (event.nativeEvent.isComposing) return
            const to = walkTo(event.key, here, groups)
            // What was typed last may not have been looked for yet.
            const [first] = ranked(commands, text)
            const chosen = text === wanted ? shown[here] : first
            if (event.key === 'Enter' && chosen !== undefined) {
              event.preventDefault()
              onRun(chosen)
            } else if (to !== null) {
              event.preventDefault()
              go(to)
            }
          }}
        />
        {children}
      </div>
      <CommandRows id={list} groups={groups} here={here} words={words} onRun={onRun} />
      <p role="status" className={count === 0 ? 'commands-none' : 'sr-only'}>
        {count === 0 ? words.nothing(text) : words.found(count)}
      </p>
    </>
  )
}
