module evil

replace evil => /etc

toolchain go9.9.9
