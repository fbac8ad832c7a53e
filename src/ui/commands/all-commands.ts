import type { Command, CommandContext, CommandSource } from './command.ts'
import { drawingCommands } from './sources/drawing.ts'
import { explainCommands } from './sources/explain.ts'
import { flowCommands } from './sources/flow.ts'
import { pageCommands } from './sources/page.ts'
import { placeCommands } from './sources/places.ts'
import { playbackCommands } from './sources/playback.ts'
import { probeCommands } from './sources/probes.ts'
import { scenarioCommands } from './sources/scenarios.ts'
import { settingCommands } from './sources/settings.ts'
import { viewCommands } from './sources/views.ts'

/** **Where a command is added**: to one of these files, or to a new one here, in the order of the list. */
const SOURCES: readonly CommandSource[] = [
  viewCommands,
  explainCommands,
  settingCommands,
  flowCommands,
  playbackCommands,
  probeCommands,
  scenarioCommands,
  drawingCommands,
  placeCommands,
  pageCommands,
]

export const allCommands = (context: CommandContext): readonly Command[] =>
  SOURCES.flatMap((source) => source(context))
