import type { Exporter } from './export-file'
import { utf8 } from './export-file'

/** The redacted model itself, for programs. */
export const exportJson: Exporter = (model) => [{ suffix: '.json', bytes: utf8(`${JSON.stringify(model, null, 2)}\n`) }]
