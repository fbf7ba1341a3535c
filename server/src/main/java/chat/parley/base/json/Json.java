package chat.parley.base.json;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.function.LongFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reads and writes JSON. A record component that is `null` is left out; one that must be written as `null`
/// says so itself with `@JsonInclude(ALWAYS)`, because to Discord's clients absent and null are different
/// things.
public final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING_CHARS = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING_CHARS)
                            .build())
                    .build())
            .addModule(ids())
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws Refused with `Malformed` when the bytes are no JSON in UTF-8
    public static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException broken) {
            throw new Refused(new Refusal.Malformed("The body is not valid JSON."), broken);
        }
    }

    /// @throws Refused with `Malformed` when the bytes are no JSON or do not fit the type
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException broken) {
            throw new Refused(new Refusal.Malformed("The body is not valid JSON."), broken);
        }
    }

    public static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException broken) {
            throw new Refused(new Refusal.Malformed("A field has the wrong type."), broken);
        }
    }

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static SimpleModule ids() {
        var module = new SimpleModule("ids");
        module.addSerializer(Id.class, new IdWriter());
        module.addSerializer(Instant.class, new InstantWriter());
        module.addDeserializer(UserId.class, new IdReader<>(UserId::new));
        module.addDeserializer(GuildId.class, new IdReader<>(GuildId::new));
        module.addDeserializer(ChannelId.class, new IdReader<>(ChannelId::new));
        module.addDeserializer(RoleId.class, new IdReader<>(RoleId::new));
        module.addDeserializer(MessageId.class, new IdReader<>(MessageId::new));
        module.addDeserializer(EntityId.class, new IdReader<>(EntityId::new));
        return module;
    }

    private static final class IdWriter extends ValueSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator out, SerializationContext context) {
            out.writeString(id.text());
        }
    }

    private static final class InstantWriter extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator out, SerializationContext context) {
            out.writeString(Timestamps.text(time));
        }
    }

    /// JDA writes some ids as JSON numbers, so both forms are read.
    private static final class IdReader<T> extends ValueDeserializer<T> {
        private final LongFunction<T> make;

        IdReader(LongFunction<T> make) {
            this.make = make;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return make.apply(in.getLongValue());
            }
            return make.apply(Id.parse(in.getString()));
        }
    }
}
