import { z } from 'zod'

/** The forms of the small files that the app keeps for itself on one computer, checked whenever they are read. */
export type KeptSchema<T> = z.ZodType<T>

const settings = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  lang: z.string().max(20),
  networkAddress: z.string().max(60).nullable(),
  singleKeys: z.boolean(),
  textSize: z.enum(['normal', 'large', 'larger']),
  sound: z.boolean(),
  k: z.object({ room: z.int().min(3).max(50), public: z.int().min(3).max(50) }),
  dataDir: z.string().max(4_000).nullable(),
})

/** Choices of this computer and the paths of the files opened last. */
export const settingsFileSchema = z.object({
  settings: settings.partial(),
  recents: z.array(z.string().max(4_000)).max(1_000),
})
export type SettingsFile = z.infer<typeof settingsFileSchema>

/** What lets a room come back after a crash just as it was. */
export const roomStateSchema = z.object({
  /** Signs device tokens and ballot credentials of this session. */
  secret: z.string().min(40),
  /** 128 bits, in the QR. */
  qr: z.string().min(20),
  code: z.string().max(40),
  address: z.string().max(60),
  port: z.int().min(0).max(65_535),
  open: z.boolean(),
  locked: z.boolean(),
  wifi: z.object({ name: z.string(), password: z.string() }).nullable(),
  /** Most phones at once. */
  cap: z.int().min(1).nullable().optional(),
  /** Devices sent away, until the room is opened anew. */
  removed: z.array(z.string().max(60)).max(5_000).optional(),
  /** Codes and secrets of the parallel groups. */
  groups: z.array(z.object({ groupId: z.string(), code: z.string().max(40), qr: z.string().min(20) })).optional(),
  /** Addresses given to other computers in the room; `token` is null once a browser came with it. */
  grants: z
    .array(
      z.object({
        grantId: z.string().min(16).max(60),
        role: z.enum(['projector', 'co-facilitator', 'kiosk']),
        groupId: z.string().max(60).optional(),
        token: z.string().min(40).max(200).nullable(),
      }),
    )
    .optional(),
})
export type RoomState = Readonly<z.infer<typeof roomStateSchema>>

/** Signs what this computer gives out. */
export const appKeySchema = z.object({ key: z.string().min(40) })

/** Devices that have answered the feedback of one session, as keyed hashes. */
export const pulseMarksSchema = z.object({ answered: z.array(z.string().max(60)).max(10_000) })
