// A moderation, ticket and poll bot, written for Discord with discord.js 14. Nothing in it knows Parley but the address.
import {
  ActionRowBuilder,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  Client,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const REASONS = ['Spam', 'Shouting', 'Off topic', 'Rudeness'];
const FORBIDDEN = /\bbuy now\b/i;

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildModeration,
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.GuildMessagePolls,
    GatewayIntentBits.MessageContent,
  ],
  rest: { api: `${process.env.PARLEY_URL}/api`, version: '10', cdn: `${process.env.PARLEY_URL}/cdn` },
});
const warnings = new Map();
let log;

const user = (option) => option.setName('user').setDescription('Whom').setRequired(true);
const commands = [
  new SlashCommandBuilder()
    .setName('warn')
    .setDescription('Warns a member')
    .setDefaultMemberPermissions(PermissionFlagsBits.ModerateMembers)
    .addUserOption(user)
    .addStringOption((it) =>
      it.setName('reason').setDescription('Why').setRequired(true).setAutocomplete(true).setMaxLength(100),
    ),
  new SlashCommandBuilder()
    .setName('timeout')
    .setDescription('Silences a member for a while')
    .addUserOption(user)
    .addIntegerOption((it) =>
      it.setName('minutes').setDescription('How long').setRequired(true).setMinValue(1).setMaxValue(60),
    ),
  new SlashCommandBuilder()
    .setName('role')
    .setDescription('Gives or takes a role')
    .addSubcommand((it) =>
      it
        .setName('give')
        .setDescription('Gives it')
        .addUserOption(user)
        .addRoleOption((role) => role.setName('role').setDescription('Which').setRequired(true)),
    ),
  new SlashCommandBuilder()
    .setName('purge')
    .setDescription('Deletes the newest messages')
    .addIntegerOption((it) => it.setName('count').setDescription('How many').setRequired(true)),
  new SlashCommandBuilder().setName('tickets').setDescription('Puts the ticket desk here'),
  new SlashCommandBuilder()
    .setName('poll')
    .setDescription('Asks everybody')
    .addStringOption((it) => it.setName('question').setDescription('What').setRequired(true))
    .addStringOption((it) => it.setName('answers').setDescription('Between commas').setRequired(true)),
  new ContextMenuCommandBuilder().setName('Who is this').setType(ApplicationCommandType.User),
  new ContextMenuCommandBuilder().setName('Report').setType(ApplicationCommandType.Message),
];

const handlers = {
  async warn(it) {
    await it.deferReply({ flags: MessageFlags.Ephemeral });
    const target = it.options.getUser('user');
    const count = (warnings.get(target.id) ?? 0) + 1;
    warnings.set(target.id, count);
    const embed = new EmbedBuilder()
      .setTitle('Warning')
      .setColor(0xffaa00)
      .addFields({ name: 'Member', value: `${target}`, inline: true }, { name: 'Count', value: `${count}`, inline: true })
      .setDescription(it.options.getString('reason'))
      .setTimestamp();
    await note(embed);
    await it.editReply({ content: `Warned ${target.username}, ${count} so far.`, embeds: [embed] });
    await it.followUp({ content: 'It is in the log.', flags: MessageFlags.Ephemeral });
  },
  async timeout(it) {
    const member = it.options.getMember('user');
    await member.timeout(it.options.getInteger('minutes') * 60_000, `By ${it.user.username}`);
    await it.reply(`${member} rests until <t:${Math.floor(member.communicationDisabledUntilTimestamp / 1_000)}>.`);
  },
  async role(it) {
    const member = it.options.getMember('user');
    const role = it.options.getRole('role');
    await role.setColors({ primaryColor: 0x2e8b57 }, 'To be seen');
    await member.roles.add(role, 'As asked');
    await it.reply({ content: `${member.displayName} is now ${it.options.getRole('role').name}.` });
  },
  async purge(it) {
    await it.deferReply({ flags: MessageFlags.Ephemeral });
    const gone = await it.channel.bulkDelete(it.options.getInteger('count'), true);
    await it.editReply(`Deleted ${gone.size} messages.`);
  },
  async tickets(it) {
    const button = new ButtonBuilder().setCustomId('ticket:open').setLabel('Open a ticket').setStyle(ButtonStyle.Primary);
    await it.reply({ content: 'How can we help?', components: [new ActionRowBuilder().addComponents(button)] });
  },
  async poll(it) {
    const answers = it.options.getString('answers').split(',').map((text) => ({ text: text.trim() }));
    await it.reply({ poll: { question: { text: it.options.getString('question') }, answers, duration: 1, allowMultiselect: false } });
  },
  async 'Who is this'(it) {
    const member = it.targetMember;
    const embed = new EmbedBuilder()
      .setAuthor({ name: it.targetUser.username })
      .addFields({ name: 'Roles', value: `${member.roles.cache.size - 1}` }, { name: 'Warnings', value: `${warnings.get(it.targetId) ?? 0}` });
    await it.reply({ embeds: [embed], flags: MessageFlags.Ephemeral });
  },
  async Report(it) {
    await note(new EmbedBuilder().setTitle('Report').setDescription(it.targetMessage.content));
    await it.reply({ content: 'Thank you, we look into it.', flags: MessageFlags.Ephemeral });
  },
};

const components = {
  async 'ticket:open'(it) {
    const subject = new TextInputBuilder().setCustomId('subject').setLabel('Subject').setStyle(TextInputStyle.Short);
    const text = new TextInputBuilder().setCustomId('text').setLabel('What happened?').setStyle(TextInputStyle.Paragraph);
    await it.showModal(
      new ModalBuilder()
        .setCustomId('ticket:form')
        .setTitle('A ticket')
        .addComponents(new ActionRowBuilder().addComponents(subject), new ActionRowBuilder().addComponents(text)),
    );
  },
  async 'ticket:form'(it) {
    await it.deferReply({ flags: MessageFlags.Ephemeral });
    const subject = it.fields.getTextInputValue('subject');
    const thread = await it.channel.threads.create({ name: subject, type: ChannelType.PrivateThread, reason: 'A ticket' });
    await thread.members.add(it.user.id);
    const priority = new StringSelectMenuBuilder()
      .setCustomId('ticket:priority')
      .setPlaceholder('Priority')
      .addOptions({ label: 'Low', value: 'low' }, { label: 'High', value: 'high', description: 'Somebody waits' });
    const close = new ButtonBuilder().setCustomId('ticket:close').setLabel('Close').setStyle(ButtonStyle.Danger);
    await thread.send({
      content: `${it.user} writes:`,
      files: [new AttachmentBuilder(Buffer.from(it.fields.getTextInputValue('text')), { name: 'ticket.txt' })],
      components: [new ActionRowBuilder().addComponents(priority), new ActionRowBuilder().addComponents(close)],
    });
    await it.editReply(`Your ticket is ${thread}.`);
  },
  async 'ticket:priority'(it) {
    await it.update({ content: `Priority: ${it.values[0]}` });
  },
  async 'ticket:close'(it) {
    await it.reply('Closed.');
    await file(it.channel);
    await it.channel.setArchived(true, 'Solved');
  },
};

/** Writes what was said in a ticket, files included, into the log, in the archive's name. */
async function file(thread) {
  const messages = await thread.messages.fetch({ limit: 100 });
  const lines = [];
  for (const message of [...messages.values()].reverse()) {
    const texts = await Promise.all(message.attachments.map(async (one) => (await fetch(one.url)).text()));
    lines.push([message.author.username, message.content, ...texts].join(': '));
  }
  const hook = await log.createWebhook({ name: 'Archive', reason: 'To file a ticket' });
  const filed = await hook.send({
    content: thread.name,
    username: 'Ticket archive',
    files: [new AttachmentBuilder(Buffer.from(lines.join('\n')), { name: 'transcript.txt' })],
  });
  await hook.editMessage(filed, { content: `Filed: ${thread.name}` });
  await hook.delete('It is filed');
}

async function note(embed) {
  await log.send({ embeds: [embed] });
}

async function complete(it) {
  const begun = it.options.getFocused().toLowerCase();
  const fitting = REASONS.filter((reason) => reason.toLowerCase().startsWith(begun));
  await it.respond(fitting.map((reason) => ({ name: reason, value: reason })));
}

client.on(Events.InteractionCreate, async (it) => {
  if (it.isAutocomplete()) {
    await complete(it);
  } else if (it.isCommand()) {
    await handlers[it.commandName](it);
  } else {
    await components[it.customId](it);
  }
});

client.on(Events.MessageCreate, async (message) => {
  if (!message.author.bot && FORBIDDEN.test(message.content)) {
    await message.react('🚫');
    await message.delete();
    await message.channel.send({ content: `No trade here, ${message.author}.`, allowedMentions: { users: [message.author.id] } });
  }
});

client.on(Events.MessagePollVoteAdd, async (answer, userId) => {
  console.log(`vote ${answer.id} of ${userId}`);
  await answer.poll.end();
});
client.on(Events.GuildBanAdd, (ban) => console.log(`banned ${ban.user.username}`));
client.on(Events.Warn, (text) => console.log(`WARN ${text}`));
client.on(Events.Error, (error) => console.log(`ERROR ${error.stack}`));
client.rest.on('invalidRequestWarning', (told) => console.log(`WARN ${JSON.stringify(told)}`));
process.on('warning', (warning) => console.log(`WARN ${warning.stack}`));
process.on('unhandledRejection', (error) => console.log(`ERROR ${error.stack}`));
process.on('SIGTERM', () => client.destroy().then(() => process.exit(0)));

client.once(Events.ClientReady, async () => {
  const guild = client.guilds.cache.first();
  await guild.members.fetch();
  log = await guild.channels.create({
    name: 'warden-log',
    topic: 'What the warden did',
    permissionOverwrites: [{ id: guild.id, deny: [PermissionFlagsBits.SendMessages] }],
  });
  await client.application.commands.set(commands);
  console.log('ready');
});

await client.login(process.env.BOT_TOKEN);
