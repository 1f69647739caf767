import type { FailureParams } from '@core/protocol/failures'
import type { Label } from '@core/model/text'

/** Built-in words are looked up in the reader's language; people's own words stay as they are. */
export const labelText = (t: (key: string, params?: FailureParams) => string, label: Label): string =>
  'key' in label ? t(label.key) : label.text
