import { journeyOnShow } from '../../../store/journey-on-show.ts'
import {
  pause,
  play,
  setSpeed,
  showEnd,
  showHop,
  stepByHop,
  stepByRule,
} from '../../../store/playback-actions.ts'
import { SPEEDS } from '../../../store/playground.ts'
import type { CommandSource } from '../command.ts'

/** What the transport does, and the keys that do it on the map. */
export const playbackCommands: CommandSource = ({ state, messages, english, guide }) => {
  if (journeyOnShow(state).length === 0) return []
  const words = messages.ui.playback
  const also = english.ui.playback
  const toggle = state.playing ? 'pause' : 'play'
  const command = (id: keyof typeof also & string, run: () => void, keys: string) => ({
    id: `playback ${id}`,
    group: 'playback' as const,
    label: String(words[id]),
    also: String(also[id]),
    keys,
    run,
  })
  return [
    command(toggle, state.playing ? pause : play, 'Space'),
    command('forward', () => stepByHop(1), '→'),
    command('back', () => stepByHop(-1), '←'),
    {
      id: 'playback rule',
      group: 'playback',
      label: guide.commands.nextRule,
      also: 'next rule',
      keys: '.',
      run: () => stepByRule(1),
    },
    {
      id: 'playback rule back',
      group: 'playback',
      label: guide.commands.previousRule,
      also: 'previous rule',
      keys: ',',
      run: () => stepByRule(-1),
    },
    command('first', () => showHop(0), 'Home'),
    { ...command('last', showEnd, 'End'), also: `${also.last} jump to the result` },
    ...SPEEDS.filter((speed) => speed !== state.speed).map((speed) => ({
      id: `speed ${speed}`,
      group: 'playback' as const,
      label: guide.commands.speed(speed),
      also: `speed ${speed}`,
      run: () => setSpeed(speed),
    })),
  ]
}
