import type { Emoji, Id } from "./types";

/** What a message or a form is made of, by Discord's numbers. */
export const ComponentType = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
} as const;

export interface SelectOption {
  label: string;
  value: string;
  description?: string;
  emoji?: Emoji;
  default?: boolean;
}

/** Any of them; which fields there are depends on the type. */
export interface Component {
  type: number;
  id?: number;
  components?: Component[];
  component?: Component;
  accessory?: Component;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string;
  emoji?: Emoji;
  url?: string;
  disabled?: boolean;
  placeholder?: string;
  options?: SelectOption[];
  default_values?: { id: Id; type: string }[];
  channel_types?: number[];
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  content?: string;
  items?: { media: { url: string }; description?: string }[];
  media?: { url: string };
  file?: { url: string };
  name?: string;
  size?: number;
  divider?: boolean;
  spacing?: number;
  accent_color?: number | null;
  spoiler?: boolean;
}

/** A form that an application shows. */
export interface ModalForm {
  id: Id;
  nonce?: string;
  channel_id: Id;
  custom_id: string;
  title: string;
  components: Component[];
  application?: { id: Id; name: string };
}
